import { expect, test } from 'vitest';
import { parseInferenceMapping } from '../../../../src/providers/huggingface/inference-mapping.ts';
import { ROUTES } from '../../../../src/providers/huggingface/routes/route-table.ts';

const NO_NAMES = [
  '../evil',
  'a/..',
  'a/./b',
  'a//b',
  '/a/b',
  'a/b/',
  'a/b?x=1',
  'a/b#x',
  'a%2fb/c',
  'a/b\\c',
  'a/b\n',
  'a/b\0',
  'a/b c',
  'a/\u202eb',
  'a/\u200bb',
  'ａ/ｂ',
  'a/b@evil.example.com',
  'https://evil.example.com/a',
  `a/${'b'.repeat(97)}`,
  'a/b/c/d/e/f/g',
  '',
  ' ',
];

test.each([...ROUTES.keys()])('%s: names that no service has are left out', (route) => {
  for (const providerId of NO_NAMES) {
    const entry = { status: 'live', task: 'text-to-image', providerId };
    expect(parseInferenceMapping({ [route]: entry }), providerId).toEqual([]);
    expect(parseInferenceMapping([{ provider: route, ...entry }]), providerId).toEqual([]);
  }
});

test.each(['__proto__', 'constructor', 'FAL-AI', 'fal-ai\u200b', ' fal-ai', 'ｆａｌ-ａｉ'])(
  '%j is no service',
  (route) => {
    const entry = { status: 'live', task: 'text-to-image', providerId: 'a/b' };
    expect(parseInferenceMapping([{ provider: route, ...entry }])).toEqual([]);
  },
);

test.each([
  '../../../other/model/resolve/main/x.safetensors',
  'a/../../b',
  'x?y',
  'x#y',
  'a\\b',
  '/a',
  '%2e%2e/a',
  'x'.repeat(9_999),
])('a LoRA whose file is %s is not applied', (adapterWeightsPath) => {
  const entry = { status: 'live', task: 'text-to-image', providerId: 'fal-ai/flux-lora', adapter: 'lora' };
  expect(parseInferenceMapping({ 'fal-ai': { ...entry, adapterWeightsPath } })).toEqual([]);
  expect(
    parseInferenceMapping({ 'fal-ai': { ...entry, adapterWeightsPath: 'weights/my lora.v1.safetensors' } }),
  ).toHaveLength(1);
});
