import { expect, test } from 'vitest';
import { cleanToken } from '../../../src/settings/index.ts';

const TOKEN = 'hf_AbCdEf0123456789';
const JWT = 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.abc-_DEF';

test.each([
  TOKEN,
  `  ${TOKEN}\n`,
  `\ufeff${TOKEN}\u200b`,
  `hf_AbCd\u200bEf01\u00ad23456789`,
  `\u00a0${TOKEN}\u00a0`,
  `Bearer ${TOKEN}`,
  `bearer   ${TOKEN}`,
  `Authorization: Bearer ${TOKEN}`,
  `authorization:Bearer ${TOKEN}`,
  `"${TOKEN}"`,
  `'${TOKEN}'`,
  `\`${TOKEN}\``,
  `Bearer "${TOKEN}"`,
  `"Bearer ${TOKEN}"`,
  `'Authorization: Bearer ${TOKEN}'`,
  `" ${TOKEN} "`,
])('%j is the token', (pasted) => {
  expect(cleanToken(pasted)).toEqual({ token: TOKEN });
});

test.each([JWT, 'bearerless', 'x', '!~', 'a"b', 'y'.repeat(8192)])('%s stays as it is', (token) => {
  expect(cleanToken(token)).toEqual({ token });
});

test.each(['', '   ', '\u200b\n', 'Bearer', 'Bearer ', 'Authorization: Bearer ', '""', '" "'])(
  '%j is empty',
  (pasted) => {
    expect(cleanToken(pasted)).toEqual({ problem: 'TOKEN_EMPTY' });
  },
);

test.each([
  `${TOKEN} ${TOKEN}`,
  'hf_AbCd\nEf01',
  'my token is hf_x',
  'hf_токен',
  'hf_\u0000x',
  'ｈｆ_x',
  '🔑',
  'y'.repeat(8193),
])('%j is no token', (pasted) => {
  expect(cleanToken(pasted)).toEqual({ problem: 'TOKEN_MALFORMED' });
});
