import fc from 'fast-check';
import { expect, test } from 'vitest';
import { redact } from '../../../src/web/redact.ts';
import { processorMs } from '../processor-time.ts';

test.each([
  ['bad token hf_abcDEF123 here', 'bad token [redacted] here'],
  ['Authorization: Bearer abc.def', 'Authorization: [redacted]'],
  ['jwt eyJhbGciOiJI.eyJzdWIiOi.c2ln end', 'jwt [redacted] end'],
  ['my p@ss! in it, and p@ss! again', 'my [redacted] in it, and [redacted] again'],
  ['two\u0000lines\nand a \u202ebidi trick', 'two lines and a bidi trick'],
])('%j', (text, expected) => expect(redact(text, ['p@ss!'])).toBe(expected));

test('long answers are cut', () => expect(redact('x'.repeat(5000)).length).toBeLessThanOrEqual(301));

const SECRET = 'sk-Abc123Xyz789';
const disguises: Record<string, string> = {
  'a zero-width space': 'sk-Abc\u200b123Xyz789',
  'a soft hyphen, a joiner and a direction mark': 's\u00adk-A\u200dbc123\u202eXyz789',
  'a line break': 'sk-Abc123\n Xyz789',
  'a line break escaped away': 'sk-Abc123\\u000aXyz789',
  'variation selectors': 'sk-Abc\ufe0f123Xyz789',
  'combining marks': 'sk-A\u0336bc123Xyz789',
  'percent signs': '%73k%2DAbc123Xyz789',
  'percent signs twice': '%2573k%252DAbc123Xyz789',
  'a percent-encoded zero-width space': 'sk-Abc%E2%80%8B123Xyz789',
  'JSON escapes': 'sk-\\u0041bc123Xyz789',
  'HTML entities': 'sk-&#65;bc123&#x58;yz789',
  'full-width letters': 'ｓｋ－Ａｂｃ１２３Ｘｙｚ７８９',
  capitals: 'SK-ABC123XYZ789',
  base64: btoa(SECRET).replace(/=+$/, ''),
  hexadecimal: Buffer.from(SECRET).toString('hex'),
  'hexadecimal in capitals': Buffer.from(SECRET).toString('hex').toUpperCase(),
};

test.each(Object.entries(disguises))('a secret is found behind %s', (_, disguised) => {
  expect(redact(`said ${disguised}, twice ${disguised}.`, [SECRET])).toBe(
    'said [redacted], twice [redacted].',
  );
});

test('a secret is found in base64, whatever was encoded around it and however', () => {
  const around = fc.string({ unit: 'binary-ascii', maxLength: 12 });
  const secret = fc.stringMatching(/^[\w.~?>ÿ-]{8,60}$/);
  fc.assert(
    fc.property(around, secret, around, fc.boolean(), (before, token, after, forAddresses) => {
      const base64 = Buffer.from(before + token + after).toString(forAddresses ? 'base64url' : 'base64');
      const said = redact(`got ${base64}`, [token]);
      expect(said).toContain('[redacted]');
      // What is left beside it belongs to what stood around, at most in one letter to the secret.
      expect(said.replace('[redacted]', '').length).toBeLessThan(
        4 + (before.length + after.length) * 1.4 + 8,
      );
    }),
    { numRuns: 300 },
  );
});

test('no piece of a secret is shown, wherever a long text is cut', () => {
  for (const before of [9_990, 9_995, 19_990, 199_990])
    for (const filler of [' ', '\u200b', 'x'])
      expect(redact(`${filler.repeat(before)}${SECRET}`, [SECRET])).not.toContain(SECRET.slice(0, 5));
});

test.each([
  ['hf_\u200babcDEF123', '[redacted]'],
  ['h%66_abcDEF123 x', '[redacted] x'],
  ['Bear\u200ber abc.def', '[redacted]'],
  ['100% of 5%25 &amp; \\u00e9 are no secrets', '100% of 5%25 &amp; \\u00e9 are no secrets'],
])('what looks like a token, %j', (text, expected) => expect(redact(text, [])).toBe(expected));

test('a secret written with percent signs itself is found as it is, and decoded', () => {
  expect(redact('p%40ss! and p@ss!', ['p%40ss!'])).toBe('[redacted] and [redacted]');
});

test('whatever is put between its letters and however they are written, no secret comes through', () => {
  const invisible = fc.constantFrom(
    '',
    '\u200b',
    '\u2060',
    '\ufeff',
    '\u202e',
    '\u00ad',
    '%E2%80%8B',
    '\\u200b',
  );
  const written = fc.constantFrom<(letter: string) => string>(
    (letter) => letter,
    (letter) => `%${letter.charCodeAt(0).toString(16)}`,
    (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`,
    (letter) => `&#${letter.charCodeAt(0)};`,
  );
  const letters = fc.array(fc.tuple(invisible, written), { minLength: 15, maxLength: 15 });
  fc.assert(
    fc.property(letters, (ways) => {
      const disguised = [...SECRET]
        .map((letter, at) => (ways[at]?.[0] ?? '') + (ways[at]?.[1](letter) ?? ''))
        .join('');
      expect(redact(`a ${disguised} z`, [SECRET])).toMatch(/^a \S*\[redacted\] z$/);
    }),
    { numRuns: 300 },
  );
});

test('long and hostile texts are read at once', () => {
  const read = () => {
    for (const piece of ['%25', '&#', '\\u{', 'Bearer ', 'hf_', 'eyJaaaaaaaa.', '\u200b'])
      redact(piece.repeat(100_000), [SECRET]);
  };
  expect(processorMs(read)).toBeLessThan(10_000);
});
