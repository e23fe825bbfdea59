import { expect, test } from 'vitest';
import { targetOf } from '../../../../src/ui/lookup/target.ts';

const model = { type: 'model', id: 'acme/fox' } as const;

test('for a plain id the choice beside it counts', () => {
  expect(targetOf(model, 'acme/fox', 'dataset')).toEqual({ type: 'dataset', id: 'acme/fox' });
  expect(targetOf({ ...model, revision: 'v2' }, ' acme/fox ', 'space').revision).toBe('v2');
});

test.each(['https://hub.example/acme/fox', 'hub.example/acme/fox'])(
  '%s says itself that it is a model',
  (text) => {
    expect(targetOf(model, text, 'dataset').type).toBe('model');
  },
);

test('a prefix wins over the choice', () => {
  expect(targetOf({ type: 'space', id: 'acme/fox' }, 'spaces/acme/fox', 'model').type).toBe('space');
});
