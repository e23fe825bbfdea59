import fc from 'fast-check';
import { expect, test } from 'vitest';
import { inAscii } from '../../../../src/browser/build/ascii-only.ts';

const ASCII = /^[\0-\x7f]*$/;
const run = (code: string): unknown => new Function(`return ${code}`)();

test('strings and templates say the same in ASCII', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const template = `\`${text.replace(/[`\\$]/g, '\\$&').replaceAll('\r', '\\r')}\``;
      for (const code of [JSON.stringify(text), template]) {
        expect(inAscii(code)).toMatch(ASCII);
        expect(run(inAscii(code))).toBe(text);
      }
    }),
    { numRuns: 300 },
  );
});

test.each([
  ["/[¹²³]|余额不足/.test('你的余额不足')", true],
  ["/^[\\p{L}😀]$/u.test('😀')", true],
  ["'\\é' + '\\\\é'", 'é\\é'],
  ['(() => { const größe = { ı: 3 }; return größe.ı; })()', 3],
])('%s', (code, value) => {
  expect(inAscii(code)).toMatch(ASCII);
  expect(run(inAscii(code))).toBe(value);
});
