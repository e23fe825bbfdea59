import { expect, test } from 'vitest';
import { runnable } from '../../../src/background/runnable.ts';

const live = { status: 'live', task: 'text-to-image' };
const listed = (inferenceProviderMapping: unknown) => ({
  id: 'acme/fox',
  _source: 'huggingface',
  _source_url: 'https://huggingface.co',
  inferenceProviderMapping,
});

test.each([
  ['as a list, live', [{ provider: 'nscale', ...live }], 'yes'],
  ['as a map, live', { nscale: live }, 'yes'],
  ['one of several', { 'hf-inference': { ...live, status: 'staging' }, together: live }, 'yes'],
  ['not live', [{ provider: 'nscale', ...live, status: 'error' }], 'no'],
  ['for another task', [{ provider: 'nscale', ...live, task: 'text-to-video' }], 'no'],
  ['by a route we cannot speak to', [{ provider: 'novita', ...live }], 'no'],
  ['without a name', [live], 'no'],
  ['by nobody', [], 'no'],
  ['not said', undefined, 'unknown'],
  ['in another shape', 'nscale', 'unknown'],
  ['in half a shape', { nscale: { status: 'live' } }, 'unknown'],
])('%s: %j is %s', (_, mapping, expected) => {
  expect(runnable(listed(mapping))).toBe(expected);
});

test('what Hugging Face did not list is not known', () => {
  expect(runnable(undefined)).toBe('unknown');
});
