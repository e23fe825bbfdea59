import { describe, expect, test } from 'vitest';
import type { SettingsView } from '../../../../src/messages/index.ts';
import { missingBackup, nothingConnected } from '../../../../src/ui/stage/connected.ts';

const token = { endsIn: 'abcd', verdict: 'valid' } as const;
const fresh: SettingsView = {
  first: 'huggingface',
  huggingface: { enabled: true, model: 'a/b', apiUrl: '', timeoutMs: 30_000, routeOrder: [] },
  puter: { enabled: true, model: 'a/b', timeoutMs: 60_000 },
  hub: { enabled: true, cacheTtlSeconds: 300, timeoutMs: 10_000, maxConcurrent: 8 },
  sources: [],
  locked: [],
  repaired: false,
};
const { huggingface, puter } = fresh;

describe('who can be asked', () => {
  test('nobody, before any account is there', () => expect(nothingConnected(fresh)).toBe(true));

  test('a token, or an API URL of the user’s own, is enough', () => {
    expect(nothingConnected({ ...fresh, puter: { ...puter, token } })).toBe(false);
    expect(nothingConnected({ ...fresh, huggingface: { ...huggingface, token } })).toBe(false);
    const apiUrl = 'https://own.example/generate';
    expect(nothingConnected({ ...fresh, huggingface: { ...huggingface, apiUrl } })).toBe(false);
  });

  test('a service that is switched off is not asked', () =>
    expect(nothingConnected({ ...fresh, puter: { ...puter, enabled: false, token } })).toBe(true));

  test('the other one is missed as a backup, unless it is there or switched off', () => {
    expect(missingBackup(fresh, 'huggingface')).toBe('puter');
    expect(missingBackup(fresh, 'puter')).toBe('huggingface');
    expect(missingBackup({ ...fresh, puter: { ...puter, token } }, 'huggingface')).toBeUndefined();
    expect(missingBackup({ ...fresh, puter: { ...puter, enabled: false } }, 'huggingface')).toBeUndefined();
  });
});
