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
  expect(runnable(listed(mapping), 'huggingface')).toBe(expected);
});

test('a model that lives elsewhere is not run by Hugging Face', () => {
  expect(runnable(listed({ nscale: live }), 'elsewhere')).toBe('no');
});

test('what another hub lists first says nothing of Hugging Face, which has it too', () => {
  expect(runnable(listed(undefined), 'both')).toBe('unknown');
  expect(runnable(listed([{ provider: 'nscale', ...live, status: 'error' }]), 'both')).toBe('unknown');
});
