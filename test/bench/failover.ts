import { createProviderManager } from '../../src/generation/index.ts';
import { HuggingFaceProvider } from '../../src/providers/huggingface/provider.ts';
import { PuterProvider } from '../../src/providers/puter/provider.ts';
import { startLab } from '../lab/lab.ts';
import { type Measurement, median, milliseconds } from './measure.ts';

const ROUNDS = 200;
const WARM_UP = 40;
const PROMPT = 'a red fox in the snow';
const ROUTER = 'router.huggingface.co';
const PUTER = 'api.puter.com';

/**
 * From the primary's error to the fallback's request, on the lab's clock, over TLS as it is in life: the real manager
 * and providers against two bare `fetch` calls with the same bodies, in turns.
 */
export async function measureFailover(): Promise<Measurement> {
  const lab = await startLab();
  const manager = createProviderManager({
    primary: new HuggingFaceProvider({ fetch: lab.fetch, token: 'hf_bench' }),
    fallback: new PuterProvider({ fetch: lab.fetch, token: lab.puter.token }),
  });

  async function ours(): Promise<void> {
    const result = await manager.generate(PROMPT, { style: 'none', width: 256, height: 256 });
    if (result.provider !== 'puter') throw new Error(`No fallback: ${JSON.stringify(result.error)}`);
  }

  /** What the last run of ours sent, sent again. */
  async function bare(): Promise<void> {
    for (const { host, path, bodyText, headers } of sent()) {
      const { authorization = '', 'content-type': type = '' } = headers;
      const response = await lab.fetch(`https://${host}${path}`, {
        method: 'POST',
        headers: { 'content-type': type, ...(authorization && { authorization }) },
        body: bodyText,
      });
      await response.text();
    }
  }

  const sent = () => lab.log.filter(({ host }) => host === ROUTER || host === PUTER).slice(-2);

  async function gapOf(run: () => Promise<void>): Promise<number> {
    await run();
    const [failed, next] = sent();
    if (failed?.host !== ROUTER || next?.host !== PUTER)
      throw new Error('The two requests are not in the log');
    return next.at - (failed.answeredAt ?? Number.NaN);
  }

  const samples = { ours: [] as number[], bare: [] as number[] };
  for (let round = 0; round < ROUNDS + WARM_UP; round += 1) {
    // The log is emptied so that reading it stays as cheap in the last round as in the first.
    lab.reset();
    lab.answer({ host: ROUTER }, [{ status: 503, json: { error: 'Model too busy' } }]);
    const pair = { ours: await gapOf(ours), bare: await gapOf(bare) };
    if (round < WARM_UP) continue;
    samples.ours.push(pair.ours);
    samples.bare.push(pair.bare);
  }
  await lab.close();
  const [own, floor] = [median(samples.ours), median(samples.bare)];
  return {
    name: 'failover, over two bare fetches',
    value: own / floor,
    budget: 1.2,
    unit: '×',
    detail: `${milliseconds(own)} over ${milliseconds(floor)}, median of ${ROUNDS}`,
  };
}
