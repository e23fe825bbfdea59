import { expect, test } from 'vitest';
import { redact } from '../../../src/generation/index.ts';

test.each([
  ['bad token hf_abcDEF123 here', 'bad token [redacted] here'],
  ['Authorization: Bearer abc.def', 'Authorization: [redacted]'],
  ['jwt eyJhbGciOiJI.eyJzdWIiOi.c2ln end', 'jwt [redacted] end'],
  ['my p@ss! in it, and p@ss! again', 'my [redacted] in it, and [redacted] again'],
  ['two\u0000lines\nand a \u202ebidi trick', 'two lines and a bidi trick'],
])('%j', (text, expected) => expect(redact(text, ['p@ss!'])).toBe(expected));

test('long answers are cut', () => expect(redact('x'.repeat(5000)).length).toBeLessThanOrEqual(301));
