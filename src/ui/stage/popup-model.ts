import { batch, computed, effect, signal } from '@preact/signals';
import { styleUsed } from '../../generation/own-style.ts';
import { findRequestProblem } from '../../generation/request.ts';
import { isActive, type Job, owesPicture } from '../../jobs/index.ts';
import { isNewer, type Problem, type SettingsView } from '../../messages/index.ts';
import { toRequest } from '../composer/draft.ts';
import { keepDraft } from '../composer/draft-keeper.ts';
import { editedDraft } from '../composer/edited-draft.ts';
import { createPromptPicks } from '../composer/prompt-picks.ts';
import { recentPrompts } from '../composer/recent-prompts.ts';
import { nothingConnected } from './connected.ts';
import { createGreeting } from './greeting.ts';
import { createJobActions } from './job-actions.ts';
import { holdLifeline } from './lifeline.ts';
import type { PopupPorts } from './popup-ports.ts';
import type { PopupModel } from './popup-state.ts';
import { comparedWith, withoutRepeats } from './press.ts';
import { createPressGuard } from './press-guard.ts';
import { createPrices } from './prices.ts';
import { type Choice, shownJob, stripJobs } from './shown-job.ts';
import { createStarter, type Order } from './starter.ts';
import { createStyleList } from './style-list.ts';
import { watchOwnJobs } from './watch-own-jobs.ts';

/** Starts watching jobs, drafts and settings, and wakes the background. */
export function createPopupModel(ports: PopupPorts): PopupModel {
  const { area, ask, askSoon } = ports;
  const guard = createPressGuard(ports.pressedAt);
  const keeper = keepDraft(ports.draftArea ?? area);
  const picks = createPromptPicks(keeper.draft, ports.random);
  const ready = signal(false);
  const jobs = signal<Job[]>([]);
  const first = ports.jobId === undefined ? {} : { jobId: ports.jobId };
  const choice = signal<Choice>({ composing: false, ...first });
  const problem = signal<Problem | undefined>(undefined);
  const settings = signal<SettingsView | undefined>(undefined);
  const choosesStyle = signal(0);
  const undoable = signal<string | undefined>(undefined);

  const actions = createJobActions({ ask, askSoon, problem, choice, undoable });
  const styleList = createStyleList(askSoon, problem);
  const greeting = createGreeting(askSoon);
  const starter = createStarter({ ...ports, jobs, cancel: actions.cancel, patiently: greeting.patiently });
  const shown = computed(() => shownJob(jobs.value, choice.value));
  const strip = computed(() => withoutRepeats(stripJobs(jobs.value, shown.value), shown.value));
  const compared = computed(() => (choice.value.alone ? [] : comparedWith(jobs.value, shown.value)));
  const unconnected = computed(() => settings.value !== undefined && nothingConnected(settings.value));
  const watching = computed(() => shown.value !== undefined && isActive(shown.value));

  async function readSettings() {
    const reply = await askSoon('readSettings', {});
    if (reply.ok) showSettings(reply.value);
  }

  function showSettings(view: SettingsView) {
    if (isNewer(view, settings.value)) settings.value = view;
  }

  async function send({ count = 1, ...order }: Omit<Order, 'count'> & { count?: number }) {
    const code = findRequestProblem(order.request);
    problem.value = code && { code };
    if (code || starter.starting.value) return;
    // If the draft was changed since the last press, this press is not an accidental repetition.
    if (keeper.changed()) guard.forget();
    if (!guard.take()) return;
    undoable.value = undefined;
    keeper.settle();
    const before = shown.value;
    const { jobId, problem: refused } = await starter.start({ ...order, count });
    problem.value = refused;
    if (jobId === undefined) return;
    choice.value = { jobId, composing: false };
    // The failed job that was shown before is dismissed, since the user has seen it. A picture is not dismissed.
    if (before && isSpent(before)) void askSoon('dismiss', { jobId: before.id });
  }

  const { promise: isReady, resolve } = Promise.withResolvers<void>();
  watchOwnJobs(area, ports.inPrivateWindow, (now) => {
    batch(() => {
      [jobs.value, ready.value] = [now, true];
    });
    resolve();
  });
  effect(() =>
    watching.value ? holdLifeline({ connect: ports.connect, hello: greeting.greet }) : undefined,
  );
  greeting.onAnsweredLate(() => void readSettings());
  ports.onSettingsChanged((view) => {
    showSettings(view);
    void styleList.read();
  });
  // Loaded later: not needed for the first frame.
  void Promise.all([import('./hand-over.ts'), ports.inPrivateWindow()]).then(([handOver, isPrivate]) => {
    const { createReceive, takeHandOver } = handOver;
    const readStyles = styleList.whenRead;
    const receive = createReceive({ keeper, jobs, problem, readStyles, choosesStyle, ...ports });
    takeHandOver(ports.sessionArea, isPrivate, (what) => void isReady.then(() => receive(what)));
  });
  void styleList.read();
  void greeting.greet();
  void readSettings();

  return {
    keeper,
    picks,
    recent: computed(() => recentPrompts(jobs.value)),
    ready,
    shown,
    strip,
    compared,
    pressOf: (job) => comparedWith(jobs.value, job),
    starting: starter.starting,
    problem,
    settings,
    prices: createPrices(ask, settings),
    unconnected,
    styles: styleList.styles,
    readStyles: styleList.whenRead,
    choosesStyle,
    silent: greeting.silent,
    again: ({ id, request }, { newSeed } = { newSeed: false }) =>
      send({ from: id, request: newSeed ? { ...request, seed: ports.drawSeed() } : request }),
    async generateDraft() {
      const { style } = keeper.draft.value;
      if (style !== 'none' && !(await styleList.know(style))) return;
      // Read now: a style that was handed over has brought its size along meanwhile.
      const { value } = keeper.draft;
      const request = toRequest(value, picks.prompt.value, ports.drawSeed, styleList.styles.value);
      const { pictures: count, quotePage } = value;
      await send({ request, count, ...(quotePage !== '' && { page: quotePage }) });
      if (problem.value === undefined) picks.again();
    },
    async edit(request) {
      const isStyled = styleUsed(request) !== undefined;
      const { draft, ...how } = editedDraft(request, isStyled ? await styleList.whenRead() : undefined);
      const before = keeper.draft.value;
      keeper.change(draft);
      return { ...how, undo: () => keeper.change(before) };
    },
    cancelShown() {
      if (starter.starting.value) starter.cancel();
      else if (watching.value && shown.value) void actions.cancel(shown.value.id);
    },
    undoable,
    ...actions,
    async cancelAll(group) {
      starter.cancel();
      await actions.cancelAll(group);
    },
    forgetProblem() {
      problem.value = undefined;
    },
    forgetUndoable() {
      undoable.value = undefined;
    },
    greetAgain: async () => void (await greeting.greet()),
  };
}

/** Whether a job ended without a picture, and without one that can still be fetched or stored. */
function isSpent(job: Job): boolean {
  return !isActive(job) && job.status !== 'succeeded' && !owesPicture(job);
}
