import { expect, test } from 'vitest';
import { isSurelyToken } from '../../../../src/ui/account/is-surely-token.ts';

const TOKEN = 'hf_LabPrimaryToken0123456789';

test.each([
  [TOKEN, true],
  [` ${TOKEN}\n`, true],
  [`Bearer ${TOKEN}`, true],
  ['hf_short', false],
  [`${TOKEN} and more`, false],
  ['my token', false],
  ['', false],
  [`hf_${'a'.repeat(5000)}`, false],
])('%s: %s', (pasted, sure) => {
  expect(isSurelyToken(pasted)).toBe(sure);
});
