import { expect, test } from 'vitest';
import { parseRetryAfter } from '../../../src/generation/index.ts';

const wait = (value: string) => parseRetryAfter(new Headers({ 'Retry-After': value }), 0);

test('a day is believed, a second more is not', () => {
  expect([wait('86400'), wait('86401')]).toEqual([86_400, undefined]);
});
