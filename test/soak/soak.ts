import { setTimeout as wait } from 'node:timers/promises';
import { isActive, type Job } from '../../src/jobs/job.ts';
import { noisePicture } from '../bench/noise-picture.ts';
import { send } from '../e2e/support/messages.ts';
import { readJobs } from '../e2e/support/storage.ts';
import { HF_TOKEN, PUTER_TOKEN } from '../e2e/support/tokens.ts';
import { type Lab, type Step, startLab } from '../lab/lab.ts';
import { findDisagreements } from './disagreements.ts';
import { type PlayedBrowser, type Player, startPlayer } from './player.ts';
import { type Random, randomFrom } from './random.ts';

export interface SoakOptions {
  browser: PlayedBrowser;
  seed: number;
  /** How often the worker or the whole browser is killed. */
  kills: number;
  /** Told what is done, as it is done. */
  say?(line: string): void;
}

const ROUTER = 'router.huggingface.co';
const SERVICES = [
  { host: ROUTER, method: 'POST' },
  { host: 'api.puter.com', method: 'POST' },
];
/** Waits for jobs to end are bounded by this; a machine may be slow. */
const PATIENCE_MS = 180_000;
/** A message whose receiver is killed may never be answered. */
const MOVE_MS = 60_000;
const HOUR_MS = 3_600_000;

/** What a service may do with a request. Pictures are small: they are drawn in this process. */
function answersBy(random: Random, browser: PlayedBrowser): Step {
  const picture: Step = 'picture';
  return () =>
    random.one<Step>([
      picture,
      picture,
      { delayMs: random.below(1500), of: picture },
      { delayMs: random.below(4000), of: picture },
      { fault: 'truncate', of: picture },
      { fault: 'reset-mid', of: picture },
      { status: 503, json: { error: 'Model too busy', message: 'busy', code: 'db_unavailable' } },
      { status: 429, json: { error: 'Too many requests', message: 'slow', code: 'too_many_requests' } },
      { status: 500, json: { error: 'unknown error', message: 'x', code: 'internal_error' } },
      'html',
      // Firefox itself sends a request again whose stream is broken off: SECURITY.md says so.
      browser === 'firefox' ? picture : 'drop',
      // What is sent to Puter over a connection that was used before, the browser itself sends again when that is reset.
      ({ host, connection }) => (host === ROUTER || connection.served === 0 ? 'reset' : picture),
    ]);
}

type Move = (player: Player, random: Random, accepted: string[]) => Promise<string>;

const LARGE_PROMPT = 'soak, a large picture';

async function generate(
  player: Player,
  random: Random,
  accepted: string[],
  prompt = `soak ${accepted.length} ${random.below(1_000_000)}`,
): Promise<string> {
  const request = { prompt, style: 'none' as const, width: 64, height: 64, seed: random.below(1000) };
  const reply = await send(player.page(), 'generate', { request, origin: 'popup' });
  if (reply?.ok) accepted.push(reply.value.jobId);
  return `generate: ${reply?.ok ? reply.value.jobId : JSON.stringify(reply)}`;
}

const cancel: Move = async (player, random) => {
  const active = (await readJobs(player.page())).filter(isActive);
  if (active.length === 0) return 'nothing to cancel';
  const { id } = random.one(active);
  await send(player.page(), 'cancel', { jobId: id });
  return `cancel ${id}`;
};

const changeSettings: Move = async (player, random) => {
  const enabled = random.next() < 0.8;
  const patch = random.one([{ huggingface: { enabled } }, { puter: { enabled } }]);
  await send(player.page(), 'updateSettings', { patch });
  return `settings ${JSON.stringify(patch)}`;
};

const moveClock: Move = async (player, random) => {
  const byMs = random.one([-24 * HOUR_MS, -HOUR_MS, 5000, HOUR_MS, 365 * 24 * HOUR_MS]);
  if (player.moveClock === undefined) return 'the clock stays';
  await player.moveClock(byMs);
  return `clock ${byMs / HOUR_MS} h`;
};

const killWorker: Move = async (player) => {
  await player.killWorker();
  return 'kill the worker';
};

const crash: Move = async (player) => {
  await player.crash();
  return 'kill -9 the browser';
};

/** Large enough that writing it down takes a while. */
const LARGE_BYTES = 8 * 1024 * 1024;

/** Kills the browser when the last byte of a large picture has left: it is being read, decoded or written then. */
async function crashMidWrite(player: Player, random: Random, accepted: string[], lab: Lab): Promise<string> {
  const b64_json = noisePicture(LARGE_BYTES).toString('base64');
  lab.answer({ host: ROUTER, method: 'POST' }, [{ status: 200, json: { data: [{ b64_json }] } }]);
  const patch = { huggingface: { enabled: true }, puter: { enabled: true } };
  await send(player.page(), 'updateSettings', { patch });
  const done = await generate(player, random, accepted, LARGE_PROMPT);
  await lab.waitForRequest(
    ({ bodyText, answeredAt }) => bodyText.includes(LARGE_PROMPT) && answeredAt !== undefined,
  );
  await wait(random.below(300));
  await player.crash();
  return `${done}, kill -9 the browser while it is written`;
}

async function untilAllEnded(player: Player): Promise<void> {
  for (const start = Date.now(); Date.now() - start < PATIENCE_MS; await wait(250)) {
    await send(player.page(), 'hello', {}).catch(() => undefined);
    if (!(await readJobs(player.page())).some(isActive)) return;
  }
}

/**
 * Plays with the extension at random, and kills it and its browser as often as asked; then lets everything end. Resolves to
 * where the lab's log, the job records and the gallery disagree. The seed decides what is done and answered, not how
 * fast the machine is in between.
 */
export async function soak({ browser, seed, kills, say = () => undefined }: SoakOptions): Promise<string[]> {
  const random = randomFrom(seed);
  const lab: Lab = await startLab();
  const player = await startPlayer(browser, lab);
  const accepted: string[] = [];
  const seen = new Map<string, Job>();
  const look = async () => {
    for (const job of await readJobs(player.page())) seen.set(job.id, job);
  };
  try {
    const answer = answersBy(randomFrom(seed + 1), browser);
    for (const service of SERVICES) lab.answer(service, [answer]);
    await send(player.page(), 'saveToken', { slot: 'huggingface', token: HF_TOKEN });
    await send(player.page(), 'saveToken', { slot: 'puter', token: PUTER_TOKEN });
    for (let killed = 0; killed < kills; ) {
      const isKill = random.next() < 0.25;
      const move = isKill
        ? random.next() < 0.1
          ? crash
          : killWorker
        : random.one([generate, generate, generate, cancel, changeSettings, moveClock]);
      if (isKill) killed += 1;
      // A worker that dies while it is asked something answers nothing: that is part of it.
      const moving = move(player, random, accepted).catch((error: unknown) => `no answer: ${error}`);
      const done = await Promise.race([moving, wait(MOVE_MS, `no answer within ${MOVE_MS} ms`)]);
      say(`${killed}/${kills} ${done}`);
      await look();
      await wait(random.below(400));
    }
    for (const service of SERVICES) lab.answer(service, ['picture']);
    // Nothing else waits its turn then.
    await untilAllEnded(player);
    say(await crashMidWrite(player, random, accepted, lab));
    await look();
    await untilAllEnded(player);
    return await findDisagreements(player.page(), lab, accepted, seen);
  } finally {
    await player.close();
    await lab.close();
  }
}
