import { describe, expect, test } from 'vitest';
import { DEFAULT_CONFIG } from '../../../../src/generation/index.ts';
import type { SettingsView } from '../../../../src/messages/index.ts';
import { missingBackup, nothingConnected } from '../../../../src/ui/stage/connected.ts';
import { DEFAULT_SETTINGS } from '../../settings/store-bench.ts';

const token = { endsIn: 'abcd', verdict: 'valid' } as const;
const fresh: SettingsView = {
  language: 'browser',
  primary: 'huggingface',
  huggingface: { enabled: true, model: 'a/b', apiUrl: '', timeoutMs: 30_000, routeOrder: [] },
  puter: { enabled: true, model: 'a/b', timeoutMs: 60_000 },
  jobs: { waits: false },
  toolbar: { opensSidePanel: false },
  accounts: DEFAULT_SETTINGS.accounts,
  pictures: DEFAULT_SETTINGS.pictures,
  selection: { mode: 'edit-first' },
  notifications: { enabled: true },
  hub: { enabled: true, cacheTtlSeconds: 300, timeoutMs: 10_000, maxConcurrent: 8 },
  sources: [],
  locked: [],
  passphrase: 'none',
  unreadable: false,
  tokens: {},
  allowed: {},
  agreed: true,
  read: { worker: 'one', count: 1 },
};
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
