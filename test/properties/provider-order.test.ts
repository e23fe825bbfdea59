import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createProviderManager, type ProviderResult } from '../../src/generation/index.ts';
import { failures, final, mendable, options, pictures, prompts } from './arbitraries.ts';
import { scriptedProvider } from './scripted-provider.ts';

const RUNS = { numRuns: 200 };
const anyAnswer = fc.oneof(pictures, mendable, final);
const answers = fc.array(anyAnswer, { minLength: 1, maxLength: 5 });

/** One provider an answer; names repeat, since there are fewer of them than providers here. */
const castOf = (list: readonly ProviderResult[]) =>
  list.map((answer, index) => scriptedProvider(index % 2 === 0 ? 'huggingface' : 'puter', answer));

async function run(list: readonly ProviderResult[], prompt: string, given: Parameters<typeof ask>[2]) {
  const cast = castOf(list);
  const result = await ask(cast, prompt, given);
  return { cast, result };
}

function ask(
  [primary, ...fallback]: ReturnType<typeof castOf>,
  prompt: string,
  given: Parameters<ReturnType<typeof createProviderManager>['generate']>[1],
) {
  if (!primary) throw new Error('A cast has a lead');
  return createProviderManager({ primary, fallback }).generate(prompt, given);
}

test('Feature: provider-order, Property 1: each provider is asked once, in order, and none after one that stops', () =>
  fc.assert(
    fc.asyncProperty(prompts, options, answers, async (prompt, given, list) => {
      const { cast } = await run(list, prompt, given);
      const stop = list.findIndex(({ success, error }) => success || !error?.shouldFallback);
      const asked = stop === -1 ? list.length : stop + 1;
      expect(cast.map(({ calls }) => calls.length)).toEqual(list.map((_, index) => (index < asked ? 1 : 0)));
      for (const { calls } of cast.slice(0, asked)) expect(calls[0]).toEqual({ prompt, options: given });
    }),
    RUNS,
  ));

test('Feature: provider-order, Property 2: `causes` holds each failure in order', () =>
  fc.assert(
    fc.asyncProperty(
      prompts,
      options,
      fc.array(mendable, { minLength: 1, maxLength: 5 }),
      async (prompt, given, list) => {
        const { result, cast } = await run(list, prompt, given);
        expect(result.error?.causes).toEqual(
          list.map(({ error }, index) => ({ provider: cast[index]?.name, error })),
        );
        expect(result.error?.code).toBe(list.length > 1 ? 'DUAL_PROVIDER_FAILURE' : list[0]?.error?.code);
        expect(result.fallbackAttempted).toBe(list.length > 1);
      },
    ),
    RUNS,
  ));

test('Feature: provider-order, Property 3: the wait is the shortest of all that were named', () =>
  fc.assert(
    fc.asyncProperty(
      prompts,
      options,
      fc.array(failures(['RATE_LIMIT']), { minLength: 2, maxLength: 5 }),
      async (prompt, given, list) => {
        const { result } = await run(list, prompt, given);
        const waits = list.flatMap(({ error }) => error?.retryAfter ?? []);
        expect(result.error?.retryAfter).toBe(waits.length > 0 ? Math.min(...waits) : undefined);
      },
    ),
    RUNS,
  ));

test('Feature: provider-order, Property 4: one fallback alone is the same as a list of it', () =>
  fc.assert(
    fc.asyncProperty(prompts, options, anyAnswer, anyAnswer, async (prompt, given, first, second) => {
      const [one, other] = [castOf([first, second]), castOf([first, second])];
      const alone = createProviderManager({ primary: one[0] as never, fallback: one[1] });
      const listed = createProviderManager({ primary: other[0] as never, fallback: [other[1] as never] });
      expect(await alone.generate(prompt, given)).toEqual(await listed.generate(prompt, given));
    }),
    RUNS,
  ));
