import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fromBase64, toBase64 } from '../../../src/web/base64.ts';

test('as the engine decodes, and in a loop where it has no decoder or refuses the text', () => {
  const engine = (text: string) => {
    if (!/^[A-Za-z0-9+/=\s]*$/.test(text)) throw new SyntaxError('Not base64');
    return new Uint8Array(Buffer.from(text, 'base64'));
  };
  const forms = ['base64', 'base64url'] as const;
  fc.assert(
    fc.property(fc.uint8Array(), fc.constantFrom(...forms), (some, form) => {
      const text = Buffer.from(some).toString(form);
      for (const decode of [engine, undefined]) expect(fromBase64(text, decode)).toEqual(some);
    }),
    { numRuns: 200 },
  );
  expect(fromBase64('%%%', engine)).toBeUndefined();
});
test('the URL-safe alphabet and line breaks', () =>
  expect(fromBase64('-_8\n=')).toEqual(Uint8Array.of(0xfb, 0xff)));

test('there and back, with the engine’s own encoder and without it', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 20_000 }), (some) => {
      const text = Buffer.from(some).toString('base64');
      expect(toBase64(some)).toBe(text);
      expect(toBase64(Object.assign(some.slice(), { toBase64: undefined }))).toBe(text);
      expect(fromBase64(text)).toEqual(some);
    }),
    { numRuns: 200 },
  );
});
