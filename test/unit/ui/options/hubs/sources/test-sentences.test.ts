import { expect, test } from 'vitest';
import { testSentences } from '../../../../../../src/ui/options/hubs/sources/test-sentences.ts';

const lab = { name: 'Lab hub', type: 'kohakuhub' } as const;
const keys = (...args: Parameters<typeof testSentences>) =>
  testSentences(...args).map(({ tone, words }) => `${tone} ${words.key}`);

test('a hub that answers: type, version and token', () => {
  const test = {
    reachable: true,
    type: 'kohakuhub',
    version: '0.0.1',
    token: 'valid',
    account: 'fox',
  } as const;
  expect(testSentences(test, lab).map(({ words }) => words)).toEqual([
    { key: 'source_test_kohakuhub_version', values: ['0.0.1'] },
    { key: 'token_valid_account', values: ['fox'] },
  ]);
});

test('no answer, another type, and something that is no hub', () => {
  expect(keys({ reachable: false }, lab)).toEqual(['error source_test_unreachable']);
  expect(keys({ reachable: true, type: 'huggingface' }, lab)).toEqual([
    'caution source_test_other_huggingface',
  ]);
  expect(keys({ reachable: true, status: 503 }, lab)).toEqual(['error source_test_no_hub_status']);
  expect(keys({ reachable: true }, lab)).toEqual(['error source_test_no_hub']);
});

test('a token that the hub refuses is said beside a hub that answers', () => {
  expect(keys({ reachable: true, type: 'kohakuhub', token: 'invalid' }, lab)).toEqual([
    'success source_test_kohakuhub',
    'error token_invalid',
  ]);
});
