import { describe, expect, test } from 'vitest';
import type { TokenView } from '../../../../src/messages/index.ts';
import { accountState, needsAttention } from '../../../../src/ui/account/account-state.ts';

const token = (more: Partial<TokenView> = {}): TokenView => ({ endsIn: '4f2c', verdict: 'valid', ...more });

describe('how an account stands', () => {
  test.each([
    ['not connected', undefined, 'plain', 'account_offer_huggingface', []],
    ['as whom', token({ account: 'mira' }), 'good', 'account_connected_as', ['mira', '4f2c']],
    ['valid without a name', token(), 'good', 'account_connected', ['4f2c']],
    ['not asked yet', token({ verdict: 'unchecked' }), 'caution', 'account_unchecked', ['4f2c']],
    ['without permission', token({ verdict: 'lacks-permission' }), 'caution', 'account_lacks', ['4f2c']],
    ['refused', token({ verdict: 'invalid', account: 'mira' }), 'bad', 'account_invalid', ['4f2c']],
  ] as const)('%s', (_what, saved, tone, key, values) => {
    expect(accountState('huggingface', saved)).toEqual({ tone, words: { key, values } });
  });

  test('Puter is not asked without need, so that is no reason for caution', () => {
    expect(accountState('puter', token({ verdict: 'unchecked' })).tone).toBe('good');
  });

  test('a card stands open where something has to be done', () => {
    expect(needsAttention(undefined)).toBe(true);
    expect(needsAttention(token({ verdict: 'invalid' }))).toBe(true);
    expect(needsAttention(token({ verdict: 'lacks-permission' }))).toBe(true);
    expect(needsAttention(token())).toBe(false);
    expect(needsAttention(token({ verdict: 'unchecked' }))).toBe(false);
  });
});

describe('how a sign-in stands: nobody has to know that there is a token', () => {
  test.each([
    ['as whom', token({ account: 'mira' }), 'good', 'account_signed_in_as', ['mira']],
    ['not asked yet', token({ verdict: 'unchecked' }), 'good', 'account_signed_in', []],
    ['ended', token({ verdict: 'invalid', account: 'mira' }), 'bad', 'account_sign_in_ended', []],
    ['without permission', token({ verdict: 'lacks-permission' }), 'caution', 'account_sign_in_lacks', []],
    ['locked', token({ locked: true }), 'caution', 'account_locked', []],
  ] as const)('%s', (_what, saved, tone, key, values) => {
    expect(accountState('huggingface', { ...saved, signedIn: true })).toEqual({
      tone,
      words: { key, values },
    });
  });
});
