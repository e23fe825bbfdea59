import { expect, test } from 'vitest';
import { DEFAULT_CONFIG } from '../../../src/generation/index.ts';
import { usableProviders } from '../../../src/settings/index.ts';
import { secretOf, settingsWith } from '../background/snapshots.ts';

const both = { huggingface: secretOf('hf'), puter: secretOf('p') };

test.each([
  ['both connected', {}, both, ['huggingface', 'puter']],
  ['Puter first', { primary: 'puter' as const }, both, ['puter', 'huggingface']],
  ['Hugging Face off', { huggingface: { enabled: false } }, both, ['puter']],
  ['Puter off', { puter: { enabled: false } }, both, ['huggingface']],
  ['both off', { huggingface: { enabled: false }, puter: { enabled: false } }, both, []],
  ['Puter alone connected', {}, { puter: secretOf('p') }, ['puter']],
  ['nothing connected', {}, {}, []],
  ['an own address needs no token', { huggingface: { apiUrl: 'https://mine.example' } }, {}, ['huggingface']],
  [
    'the default address is no own one',
    { huggingface: { apiUrl: DEFAULT_CONFIG.huggingface.apiUrl } },
    {},
    [],
  ],
  ['an own address that is off', { huggingface: { apiUrl: 'https://mine.example', enabled: false } }, {}, []],
  ['a hub’s token connects nobody', {}, { 'source:huggingface': secretOf('x'), endpoint: secretOf('y') }, []],
])('%s', (_, change, secrets, expected) => {
  expect(usableProviders(settingsWith(change), secrets)).toEqual(expected);
});
