import { describe, expect, test } from 'vitest';
import { DEFAULT_CONFIG } from '../../../../src/generation/index.ts';
import { missingBackup, nothingConnected } from '../../../../src/ui/stage/connected.ts';
import { settingsView, TOKEN_VIEW } from '../settings-view.ts';

const fresh = settingsView();
const token = TOKEN_VIEW;
const { huggingface, puter } = fresh;

describe('who can be asked', () => {
  test('nobody, before any account is there', () => expect(nothingConnected(fresh)).toBe(true));

  test('a token, or an API URL of the user’s own, is enough', () => {
    expect(nothingConnected({ ...fresh, tokens: { puter: token } })).toBe(false);
    expect(nothingConnected({ ...fresh, tokens: { huggingface: token } })).toBe(false);
    const apiUrl = 'https://own.example/generate';
    expect(nothingConnected({ ...fresh, huggingface: { ...huggingface, apiUrl } })).toBe(false);
  });

  test('the default API URL typed in is no URL of their own', () => {
    const { apiUrl } = DEFAULT_CONFIG.huggingface;
    expect(nothingConnected({ ...fresh, huggingface: { ...huggingface, apiUrl } })).toBe(true);
  });

  test('a service that is switched off is not asked', () =>
    expect(
      nothingConnected({ ...fresh, puter: { ...puter, enabled: false }, tokens: { puter: token } }),
    ).toBe(true));

  test('the other one is missed as a backup, unless it is there or switched off', () => {
    expect(missingBackup(fresh, 'huggingface')).toBe('puter');
    expect(missingBackup(fresh, 'puter')).toBe('huggingface');
    expect(missingBackup({ ...fresh, tokens: { puter: token } }, 'huggingface')).toBeUndefined();
    expect(missingBackup({ ...fresh, puter: { ...puter, enabled: false } }, 'huggingface')).toBeUndefined();
  });
});
