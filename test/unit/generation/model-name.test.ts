import { expect, test } from 'vitest';
import { isModelId, normaliseModel, normaliseRequest } from '../../../src/generation/index.ts';

test.each([
  ['https://huggingface.co/acme/fox', 'acme/fox'],
  ['https://huggingface.co/acme/fox/', 'acme/fox'],
  ['https://huggingface.co/acme/fox/tree/main', 'acme/fox'],
  ['https://huggingface.co/acme/fox/resolve/main/a.safetensors?download=true', 'acme/fox'],
  ['https://huggingface.co/acme/fox?library=diffusers#usage', 'acme/fox'],
  ['https://huggingface.co/api/models/acme/fox', 'acme/fox'],
  ['https://huggingface.co/acme/fox.git', 'acme/fox'],
  ['http://www.huggingface.co/acme/fox', 'acme/fox'],
  ['huggingface.co/acme/fox', 'acme/fox'],
  ['https://hf.co/acme/fox', 'acme/fox'],
  ['hf://acme/fox@main', 'acme/fox'],
  [' "acme/fox" ', 'acme/fox'],
  ['<https://huggingface.co/acme/fox>', 'acme/fox'],
  ['acme/fox\u200b', 'acme/fox'],
  ['acme/fox/', 'acme/fox'],
  ['acme/fox:nscale', 'acme/fox:nscale'],
  ['gpt2', 'gpt2'],
])('%s is %s', (text, id) => {
  expect(normaliseModel(text)).toBe(id);
  expect(isModelId(normaliseModel(text))).toBe(true);
});

test.each([
  'https://huggingface.co/datasets/acme/fox',
  'https://huggingface.co/spaces/acme/fox',
  'https://huggingface.co/acme',
  'https://hub.example/acme/fox',
  'https://huggingface.co.evil.example/acme/fox',
  'a/b/c',
])('%s is no model of Hugging Face', (text) => {
  expect(isModelId(normaliseModel(text))).toBe(false);
});

test.each(['acme/fox:nscale', 'acme/fox:fal-ai', 'fox:fastest'])('%s names a route', (id) =>
  expect(isModelId(id)).toBe(true),
);
test.each(['acme/fox:', 'acme/fox:a:b', 'acme/fox:a b', ':nscale', 'acme/fox:-x'])('%s does not', (id) =>
  expect(isModelId(id)).toBe(false),
);

test('a request as it is sent', () => {
  const request = { prompt: ' a cat \ud83d\u0000', style: 'none' as const };
  expect(normaliseRequest({ ...request, negativePrompt: ' \udc00\u0007 ', model: ' ', seed: -1 })).toEqual({
    prompt: 'a cat',
    style: 'none',
  });
  expect(
    normaliseRequest({
      ...request,
      negativePrompt: 'a\r\ndog \ud83d',
      model: 'hf.co/a/b',
      seed: 0,
      width: 64,
    }),
  ).toEqual({ prompt: 'a cat', style: 'none', negativePrompt: 'a\ndog', model: 'a/b', seed: 0, width: 64 });
});
