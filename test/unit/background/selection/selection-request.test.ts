import { expect, test } from 'vitest';
import { selectionRequest } from '../../../../src/background/selection/selection-request.ts';
import { sentWords } from '../../../../src/generation/index.ts';

const styles = [
  {
    id: 'poster',
    name: 'Poster',
    template: '{prompt}, a poster',
    width: 832,
    height: 1216,
    model: 'acme/fox',
  },
  {
    id: 'photo',
    template: '{prompt}, photograph, natural light, sharp focus, high detail',
    width: 1216,
    height: 832,
  },
  { id: 'plain', name: 'Plain', template: '{prompt}, plain' },
];

test('a style with a size and a model makes the picture in them', () => {
  const request = selectionRequest('a fox', 'poster', styles, 7);
  expect(request).toMatchObject({ prompt: 'a fox', width: 832, height: 1216, model: 'acme/fox', seed: 7 });
  expect(sentWords(request).prompt).toBe('a fox, a poster');
  expect(selectionRequest('a fox', 'photo', styles, 7)).toMatchObject({ style: 'photo', width: 1216 });
});

test.each(['plain', 'none', 'gone'])('%s: where nobody chose a size, the composer’s', (style) => {
  const request = selectionRequest('a fox', style, styles, 7);
  expect(request).toMatchObject({ prompt: 'a fox', width: 1024, height: 1024 });
  expect(request).not.toHaveProperty('model');
});
