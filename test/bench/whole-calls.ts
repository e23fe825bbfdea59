import type { Lab, Step } from '../lab/lab.ts';
import { type Contestant, PUTER, ROUTER } from './contestants.ts';
import { type Comparison, compare, inTurns } from './measure.ts';
import { noisePicture } from './noise-picture.ts';
import { PORTKEY_FALLBACK, PORTKEY_PRIMARY } from './peers/portkey.ts';

const ROUNDS = { rounds: 30, warmUp: 3 };
const BYTES = 1024 * 1024;
const CDN = 'replicate.delivery';
const BUSY: Step = { status: 503, json: { error: 'Model too busy' } };

/** Has each fallback answer with the same picture: as base64 in JSON, or as the picture's address. */
function answerWith(lab: Lab, picture: Buffer, shape: 'base64' | 'bytes'): void {
  lab.reset();
  const text = picture.toString('base64');
  const result = shape === 'base64' ? `data:image/png;base64,${text}` : `https://${CDN}/xezq/out-0.png`;
  for (const host of [ROUTER, PORTKEY_PRIMARY]) lab.answer({ host, method: 'POST' }, [BUSY]);
  lab.answer({ host: PUTER, method: 'POST' }, [{ status: 200, json: { success: true, result } }]);
  lab.answer({ host: PORTKEY_FALLBACK, method: 'POST' }, [
    { status: 200, json: { data: [{ b64_json: text }] } },
  ]);
  lab.answer({ host: CDN }, [{ status: 200, headers: { 'content-type': 'image/png' }, body: picture }]);
}

/**
 * The time from the call until the bytes of the fallback's picture of 1 MB are there, after the primary's 503, in
 * milliseconds: for both shapes of Puter's answers.
 */
export async function measureWholeCalls(
  lab: Lab,
  all: Record<string, Contestant>,
  onlyBase64: readonly string[],
): Promise<Comparison[]> {
  const picture = noisePicture(BYTES);
  const found: Comparison[] = [];
  for (const shape of ['base64', 'bytes'] as const) {
    const runs = Object.entries(all)
      .filter(([who]) => shape === 'base64' || !onlyBase64.includes(who))
      .map(([who, run]) => [
        who,
        async () => {
          answerWith(lab, picture, shape);
          const start = performance.now();
          const bytes = await run('a red fox in the snow');
          const time = performance.now() - start;
          if (!picture.equals(bytes)) throw new Error(`${who} has another picture than the service sent`);
          return time;
        },
      ]);
    const samples = await inTurns(Object.fromEntries(runs), ROUNDS);
    found.push(compare(`whole call: 1 MB from the fallback as ${shape}`, samples, { unit: 'ms' }));
  }
  return found;
}
