import { batch, computed, effect, type ReadonlySignal, signal } from '@preact/signals';
import { findRequestProblem, type GenerationRequest } from '../../generation/request.ts';
import { isActive, type Job, owesPicture, type StorageArea, watchJobs } from '../../jobs/index.ts';
import { type Ask, isNewer, type Problem, type SettingsView } from '../../messages/index.ts';
import { toRequest } from '../composer/draft.ts';
import { type DraftKeeper, keepDraft } from '../composer/draft-keeper.ts';
import { nothingConnected } from './connected.ts';
import { createJobDeeds, type JobDeeds } from './job-deeds.ts';
import { holdLifeline } from './lifeline.ts';
import { type Choice, otherJobs, shownJob } from './shown-job.ts';

type Connect = Parameters<typeof holdLifeline>[0]['connect'];

export interface PopupPorts {
  area: StorageArea;
  /** For what takes its time. */
  ask: Ask;
  /** For what is answered at once. */
  askSoon: Ask;
  connect: Connect;
  onSettingsChanged(listener: (view: SettingsView) => void): void;
  drawSeed(): number;
}

/** The state of the popup and what can be done with it. */
export interface PopupModel extends JobDeeds {
  keeper: DraftKeeper;
  /** The stored jobs were read. */
  ready: ReadonlySignal<boolean>;
  shown: ReadonlySignal<Job | undefined>;
  others: ReadonlySignal<Job[]>;
  /** True from the press of Generate until the job is there: a second press would pay twice. */
  starting: ReadonlySignal<boolean>;
  /** What the background could not do; a request that is wrong, before it is sent. */
  problem: ReadonlySignal<Problem | undefined>;
  settings: ReadonlySignal<SettingsView | undefined>;
  /** No service can be asked: the first thing to do is to connect one. */
  unconnected: ReadonlySignal<boolean>;
  /** The background does not answer. */
  silent: ReadonlySignal<boolean>;
  /** Sends the draft. */
  generateDraft(): Promise<void>;
  /** Sends a request of an earlier picture once more. */
  generate(request: GenerationRequest): Promise<void>;
  generateWithNewSeed(request: GenerationRequest): Promise<void>;
  /** Cancels the shown job, or the one that is just being started as soon as it is there. */
  cancelShown(): void;
  /** The job that was just put away, until the user goes on to something else. */
  undoable: ReadonlySignal<string | undefined>;
  forgetProblem(): void;
  /** Asks a background that did not answer once more. */
  greetAgain(): Promise<void>;
}

/** How long a job that was accepted may take to show up before Generate is given back. */
const APPEARS_WITHIN_MS = 5_000;

/** Starts watching jobs, drafts and settings, and wakes the background. */
export function createPopupModel(ports: PopupPorts): PopupModel {
  const { area, ask, askSoon } = ports;
  const keeper = keepDraft(area);
  const ready = signal(false);
  const jobs = signal<Job[]>([]);
  const choice = signal<Choice>({ composing: false });
  const starting = signal(false);
  const problem = signal<Problem | undefined>(undefined);
  const settings = signal<SettingsView | undefined>(undefined);
  const silent = signal(false);
  const undoable = signal<string | undefined>(undefined);

  const deeds = createJobDeeds({ ask, askSoon, problem, choice, undoable });
  const shown = computed(() => shownJob(jobs.value, choice.value));
  const others = computed(() => otherJobs(jobs.value, shown.value));
  const unconnected = computed(() => settings.value !== undefined && nothingConnected(settings.value));
  const watching = computed(() => shown.value !== undefined && isActive(shown.value));

  async function hello(): Promise<boolean> {
    const reply = await askSoon('hello', {});
    silent.value = !reply.ok;
    return reply.ok;
  }

  async function readSettings() {
    const reply = await askSoon('readSettings', {});
    if (reply.ok) showSettings(reply.value);
  }

  function showSettings(view: SettingsView) {
    if (isNewer(view, settings.value)) settings.value = view;
  }

  /** Resolves when the job has appeared among the watched ones, or has not for too long. */
  function appeared(jobId: string): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(done, APPEARS_WITHIN_MS);
      const stop = effect(() => {
        if (jobs.value.some((job) => job.id === jobId)) queueMicrotask(done);
      });
      function done() {
        clearTimeout(timer);
        stop();
        resolve();
      }
    });
  }

  /** Cancelled while it was being started. */
  let unwanted = false;

  async function generate(request: GenerationRequest) {
    if (starting.value) return;
    const code = findRequestProblem(request);
    problem.value = code && { code };
    if (code) return;
    starting.value = true;
    undoable.value = undefined;
    unwanted = false;
    keeper.settle();
    const before = shown.value;
    const reply = await askSoon('generate', { request, origin: 'popup' });
    if (reply.ok) {
      await appeared(reply.value.jobId);
      choice.value = { jobId: reply.value.jobId, composing: false };
      if (unwanted) void deeds.cancel(reply.value.jobId);
      if (before && !isActive(before) && !owesPicture(before)) void askSoon('dismiss', { jobId: before.id });
    } else problem.value = reply.problem;
    starting.value = false;
  }

  watchJobs(area, (now) => {
    batch(() => {
      jobs.value = now;
      ready.value = true;
    });
  });
  effect(() => (watching.value ? holdLifeline({ connect: ports.connect, hello }) : undefined));
  ports.onSettingsChanged(showSettings);
  void hello();
  void readSettings();

  return {
    keeper,
    ready,
    shown,
    others,
    starting,
    problem,
    settings,
    unconnected,
    silent,
    generate,
    generateDraft: () => generate(toRequest(keeper.draft.value, ports.drawSeed)),
    generateWithNewSeed: (request) => generate({ ...request, seed: ports.drawSeed() }),
    cancelShown() {
      if (starting.value) unwanted = true;
      else if (watching.value && shown.value) void deeds.cancel(shown.value.id);
    },
    undoable,
    ...deeds,
    forgetProblem() {
      problem.value = undefined;
    },
    async greetAgain() {
      silent.value = false;
      if (await hello()) await readSettings();
    },
  };
}
