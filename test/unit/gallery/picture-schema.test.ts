import { expect, test } from 'vitest';
import { parsePicture } from '../../../src/gallery/index.ts';
import { samplePicture } from '../jobs/sample-job.ts';

const withRequest = (request: object) => parsePicture({ ...samplePicture(), request });

test('fields of a request that are none are left out, and the picture stays', () => {
  const strange = { negativePrompt: { a: 1 }, seed: {}, width: 'wide', height: [1], model: 5 };
  expect(withRequest({ prompt: 'a fox', style: 'none', ...strange })?.request).toStrictEqual({
    prompt: 'a fox',
    style: 'none',
  });
});

test('fields and styles that only a newer version knows stay', () => {
  const request = { prompt: 'a fox', style: 'cubist', seed: 3, strength: 0.4 };
  expect(withRequest(request)?.request).toStrictEqual(request);
});

test('a prompt that no page could show is none', () => {
  expect(withRequest({ prompt: 'x'.repeat(500_000), style: 'none' })).toBeUndefined();
  expect(withRequest({ prompt: 'x'.repeat(4_000), style: 'none' })).toBeDefined();
});

test('a style of the user’s own stays; one that cannot be read is left out, and the picture stays', () => {
  const ownStyle = { id: 'own', name: 'Noir', template: '{prompt}, noir' };
  const request = { prompt: 'a fox', style: 'none', ownStyle };
  expect(withRequest(request)?.request).toStrictEqual(request);
  const strange = { ...request, ownStyle: { id: 'own', template: 5 } };
  expect(withRequest(strange)?.request).toStrictEqual({ prompt: 'a fox', style: 'none' });
});

test('warnings and attempts beyond any that are real are left out, and the picture stays', () => {
  const many = <Value>(value: Value) => Array.from({ length: 10_000 }, () => value);
  const picture = parsePicture({
    ...samplePicture(),
    attempts: many({ provider: 'puter' }),
    warnings: many({ code: 'seed-ignored' }),
  });
  expect(picture?.id).toBe('one');
  expect(picture).not.toHaveProperty('attempts');
  expect(picture).not.toHaveProperty('warnings');
});
