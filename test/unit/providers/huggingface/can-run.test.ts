import { expect, test } from 'vitest';
import { canRun } from '../../../../src/providers/huggingface/inference-mapping.ts';

const live = { status: 'live', task: 'text-to-image', providerId: 'acme/fox' };
test.each([
  ['as a list, live', [{ provider: 'nscale', ...live }], 'yes'],
  ['as a map, live', { nscale: live }, 'yes'],
  ['one of several', { 'hf-inference': { ...live, status: 'staging' }, together: live }, 'yes'],
  ['not live', [{ provider: 'nscale', ...live, status: 'error' }], 'no'],
  ['for another task', [{ provider: 'nscale', ...live, task: 'text-to-video' }], 'no'],
  ['by a route we cannot speak to', [{ provider: 'novita', ...live }], 'no'],
  ['without a name', [live], 'no'],
  ['by nobody', [], 'no'],
  [
    'a LoRA, where no route takes one',
    { nscale: { ...live, adapter: 'lora', adapterWeightsPath: 'fox.safetensors' } },
    'no',
  ],
  ['not said', undefined, 'unknown'],
  ['in another shape', 'nscale', 'unknown'],
  ['in half a shape', { nscale: { status: 'live' } }, 'no'],
])('%s: %j is %s', (_, mapping, expected) => {
  expect(canRun(mapping)).toBe(expected);
});
