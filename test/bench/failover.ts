import { gzipSync } from 'node:zlib';
import { type Lab, type Step, startLab } from '../lab/lab.ts';
import { bundle } from './bundle.ts';
import { BUNDLES, type Contestant, contestants, PUTER, ROUTER } from './contestants.ts';
import { type Comparison, compare, inTurns } from './measure.ts';
import { answerPortkey, PORTKEY_FALLBACK, PORTKEY_PRIMARY, startPortkey } from './peers/portkey.ts';
import { measureWholeCalls } from './whole-calls.ts';

const PRIMARIES = [ROUTER, PORTKEY_PRIMARY];
const FALLBACKS = [PUTER, PORTKEY_FALLBACK];

const ROUNDS = { rounds: 40, warmUp: 5 };
const AT_ONCE = { rounds: 30, warmUp: 3, withinMs: 90_000 };
const TOGETHER = 20;
const PORTKEY = "Portkey's gateway, local";
const CALLS = 1000;

/** Closes the connection, so that no contestant finds one that an earlier call left open. */
const BUSY: Step = { status: 503, headers: { connection: 'close' }, json: { error: 'Model too busy' } };
/** Failures of the primary after which the fallback must make the picture. */
const FAULTS: Step[] = [
  { status: 503, json: { error: 'Model too busy' } },
  { status: 429, json: { error: 'Model too busy' } },
  { status: 200, headers: { 'content-type': 'text/html' }, text: '<p>Please sign in.' },
  { fault: 'truncate', of: 'picture' },
  'reset',
];

let asked = 0;
/** A unique prompt, by which a call's two requests are found in the log. */
function newPrompt(): string {
  asked += 1;
  return `a red fox in the snow, number ${asked}.`;
}

/** From the moment the primary's error has left the lab until the fallback's request arrives, on the lab's clock. */
async function gapOf(lab: Lab, run: Contestant): Promise<number> {
  const prompt = newPrompt();
  await run(prompt);
  const mine = lab.log.filter(({ method, bodyText }) => method === 'POST' && bodyText.includes(prompt));
  const failed = mine.find(({ host }) => PRIMARIES.includes(host));
  const next = mine.find(({ host }) => FALLBACKS.includes(host));
  if (failed?.answeredAt === undefined || next === undefined)
    throw new Error('The two requests are not in the log');
  return next.at - failed.answeredAt;
}

/**
 * Resets the lab, and has every primary answer with this step. Reading the lab's log is then as cheap in the
 * last round as in the first.
 */
function failWith(lab: Lab, step: Step): void {
  lab.reset();
  answerPortkey(lab);
  for (const host of PRIMARIES) lab.answer({ host, method: 'POST' }, [step]);
}

async function oneAtATime(lab: Lab, all: Record<string, Contestant>): Promise<Comparison> {
  const runs = Object.entries(all).map(([who, run]) => [
    who,
    () => {
      failWith(lab, BUSY);
      return gapOf(lab, run);
    },
  ]);
  const samples = await inTurns(Object.fromEntries(runs), ROUNDS);
  return compare('failover: 503 out to fallback in', samples, { unit: 'ms', budget: { ratio: 1.2 } });
}

async function manyAtOnce(lab: Lab, all: Record<string, Contestant>): Promise<Comparison> {
  const runs = Object.entries(all).map(([who, run]) => [
    who,
    async () => {
      failWith(lab, BUSY);
      const ends = await Promise.allSettled(Array.from({ length: TOGETHER }, () => gapOf(lab, run)));
      // A call that a contestant loses is counted among the lost calls.
      const gaps = ends.flatMap((end) => (end.status === 'fulfilled' ? [end.value] : []));
      return gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length;
    },
  ]);
  const samples = await inTurns(Object.fromEntries(runs), AT_ONCE);
  return compare(`failover: ${TOGETHER} at once, mean of each round`, samples, { unit: 'ms' });
}

/** Of 1,000 calls whose primary fails in one of five ways, those that end without a picture. */
async function lostCalls(lab: Lab, all: Record<string, Contestant>): Promise<Comparison> {
  const lost: Record<string, number[]> = {};
  for (const [who, run] of Object.entries(all)) {
    let place = 0;
    const nextFault = () => {
      place += 1;
      return FAULTS[place % FAULTS.length] ?? BUSY;
    };
    let count = 0;
    for (let done = 0; done < CALLS; done += TOGETHER) {
      failWith(lab, nextFault);
      const ends = await Promise.allSettled(Array.from({ length: TOGETHER }, () => run(newPrompt())));
      count += ends.filter((end) => end.status === 'rejected' || !isPicture(end.value)).length;
    }
    lost[who] = [count];
  }
  return compare('failover: calls lost that Puter would have saved', lost, {
    unit: 'of 1,000',
    budget: { value: 0 },
  });
}

/** Whether the bytes are a complete PNG. */
const isPicture = (bytes: Uint8Array) =>
  Buffer.from(bytes.subarray(1, 4)).toString() === 'PNG' &&
  Buffer.from(bytes.subarray(-8, -4)).toString() === 'IEND';

async function bundleSizes(): Promise<Comparison> {
  const sizes = await Promise.all(
    Object.entries(BUNDLES).map(async ([who, name]) => {
      const bytes = gzipSync(await bundle(name), { level: 9 }).length;
      return [who, [bytes / 1024]] as const;
    }),
  );
  return compare('failover: in a browser build, without puter.js, gzip', Object.fromEntries(sizes), {
    unit: 'KB',
  });
}

/** The time between a busy primary's answer and the fallback's request, compared with hand-written code. */
export async function measureFailover(): Promise<Comparison[]> {
  const lab = await startLab();
  const portkey = await startPortkey(lab.port);
  try {
    const all = {
      ...contestants({ fetch: lab.fetch, hfToken: 'hf_bench', puterToken: lab.puter.token }),
      [PORTKEY]: portkey.run,
    };
    return [
      await oneAtATime(lab, all),
      await manyAtOnce(lab, all),
      ...(await measureWholeCalls(lab, all, [PORTKEY])),
      await lostCalls(lab, all),
      await bundleSizes(),
    ];
  } finally {
    await portkey.close();
    await lab.close();
  }
}
