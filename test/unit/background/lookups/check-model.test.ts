import { expect, test } from 'vitest';
import { checkModel } from '../../../../src/background/lookups/check-model.ts';
import type { Current } from '../../../../src/background/state/current.ts';
import { HubError, type Outcome } from '../../../../src/hub/index.ts';

const live = {
  inferenceProviderMapping: { nscale: { status: 'live', task: 'text-to-image', providerId: 'a/b' } },
};
const attempt = [{ source: 'a', verdict: 'absent' } as const];
const fails = (outcome: Outcome, attempts: HubError['attempts'] = attempt) =>
  new HubError('x', outcome, attempts);

function asked(own: object, all: object = own) {
  const hub = (answer: object) => ({
    info: async () => {
      if (answer instanceof Error) throw answer;
      return answer;
    },
  });
  return checkModel('a/b', { huggingFaceHub: hub(own), hub: hub(all) } as unknown as Current);
}

test.each([
  ['Hugging Face runs it', live, live, 'runs'],
  ['Hugging Face has it and runs it nowhere', { inferenceProviderMapping: {} }, live, 'not-run'],
  ['Hugging Face does not say', {}, {}, 'unsaid'],
  ['only another hub has it', fails('not-found'), live, 'not-run'],
  ['everybody says no', fails('not-found'), fails('not-found'), 'absent'],
  ['one cannot be reached', fails('not-found'), fails('unavailable'), 'unsaid'],
  ['Hugging Face cannot be reached', fails('unavailable'), live, 'unsaid'],
  ['there is nobody to ask', fails('not-found', []), live, 'unsaid'],
  ['something else breaks', new Error('x'), live, 'unsaid'],
])('%s: %#', async (_what, own, all, answer) => {
  expect(await asked(own, all)).toEqual({ answer });
});
