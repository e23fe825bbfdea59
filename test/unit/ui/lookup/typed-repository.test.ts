import { expect, test } from 'vitest';
import { typedRepository } from '../../../../src/ui/lookup/typed-repository.ts';

const model = { type: 'model', id: 'acme/fox' } as const;

test('for a plain id the choice beside it counts', () => {
  expect(typedRepository(model, 'acme/fox', 'dataset')).toEqual({ type: 'dataset', id: 'acme/fox' });
  expect(typedRepository({ ...model, revision: 'v2' }, ' acme/fox ', 'space').revision).toBe('v2');
});

test.each(['https://hub.example/acme/fox', 'hub.example/acme/fox'])(
  '%s says itself that it is a model',
  (text) => {
    expect(typedRepository(model, text, 'dataset').type).toBe('model');
  },
);

test('a prefix wins over the choice', () => {
  expect(typedRepository({ type: 'space', id: 'acme/fox' }, 'spaces/acme/fox', 'model').type).toBe('space');
});
