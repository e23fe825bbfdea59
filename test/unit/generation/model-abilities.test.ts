import { expect, test } from 'vitest';
import { abilitiesOf, abilitiesOfAny, ignoredOptions } from '../../../src/generation/index.ts';

test.each([
  [
    'black-forest-labs/FLUX.1-schnell',
    { negativePrompt: false, guidance: false, seed: true, size: 'pixels' },
  ],
  ['fal-ai/flux/schnell', { negativePrompt: false, guidance: false }],
  ['flux-schnell', { negativePrompt: false, guidance: false }],
  ['black-forest-labs/FLUX.1-dev', { negativePrompt: false, guidance: true }],
  ['fal-ai/flux-lora', { negativePrompt: false, guidance: true }],
  ['stabilityai/sdxl-turbo', { negativePrompt: false, guidance: false }],
  ['ByteDance/SDXL-Lightning', { negativePrompt: false, guidance: false }],
  ['stabilityai/stable-diffusion-3.5-large-turbo', { negativePrompt: false }],
  ['stabilityai/stable-diffusion-xl-base-1.0', { negativePrompt: true, guidance: true }],
  ['Qwen/Qwen-Image', { negativePrompt: true }],
  ['Tongyi-MAI/Z-Image-Turbo', { negativePrompt: false }],
  ['gpt-image-1', { negativePrompt: false, seed: false, size: 'ratio' }],
  ['gemini-2.5-flash-image', { seed: false, size: 'ratio' }],
  ['acme/never-heard-of', { negativePrompt: true, seed: true, size: 'pixels', steps: true, guidance: true }],
])('%s takes %j', (model, abilities) => {
  expect(abilitiesOf(model)).toMatchObject(abilities);
});

test('what a service calls it says more than the hub’s name, which may be a LoRA’s', () => {
  expect(abilitiesOfAny(['fal-ai/flux-lora', 'acme/my-drawings']).negativePrompt).toBe(false);
  expect(abilitiesOfAny(['fal-ai/lora', 'acme/my-drawings']).negativePrompt).toBe(true);
  expect(abilitiesOfAny([]).negativePrompt).toBe(true);
});

test('what a composer says before anything is sent', () => {
  const everything = { negativePrompt: 'a dog', seed: 1 };
  expect(ignoredOptions('black-forest-labs/FLUX.1-schnell', everything)).toEqual(['negativePrompt']);
  expect(ignoredOptions('gpt-image-1', everything)).toEqual(['negativePrompt', 'seed']);
  expect(ignoredOptions('black-forest-labs/FLUX.1-schnell', { seed: 1 })).toEqual([]);
  expect(ignoredOptions('stabilityai/sdxl', everything)).toEqual([]);
});
