import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import {
  askManagedPolicy,
  isOriginAllowed,
  lockStorage,
  onOriginsChanged,
} from '../../../src/browser/index.ts';

beforeEach(() => fakeBrowser.reset());
afterEach(() => vi.restoreAllMocks());

describe('managed policy', () => {
  test('is what the administrator set', async () => {
    await fakeBrowser.storage.managed.set({ enabled: false });
    expect(await askManagedPolicy()).toEqual({ enabled: false });
  });

  test('is nothing where the browser has none', async () => {
    vi.spyOn(fakeBrowser.storage.managed, 'get').mockRejectedValue(
      new Error('Managed storage manifest not found'),
    );
    expect(await askManagedPolicy()).toBeUndefined();
  });
});

describe('origins', () => {
  test('are allowed when the browser says so, and asked about one by one', async () => {
    const contains = vi.spyOn(fakeBrowser.permissions, 'contains');
    contains.mockImplementation((async () => true) as never);
    expect(await isOriginAllowed('https://hub.example.org/api')).toBe(true);
    expect(contains).toHaveBeenCalledWith({ origins: ['https://hub.example.org/*'] });
    contains.mockImplementation((async () => false) as never);
    expect(await isOriginAllowed('https://hub.example.org')).toBe(false);
  });

  test('are not allowed when the browser refuses to say, or for what is no URL', async () => {
    vi.spyOn(fakeBrowser.permissions, 'contains').mockRejectedValue(new Error('Invalid pattern') as never);
    expect(await isOriginAllowed('https://hub.example.org')).toBe(false);
    expect(await isOriginAllowed('hub.example.org')).toBe(false);
  });

  test('are listened to when granted and when taken back', () => {
    const listener = () => undefined;
    const added = vi.spyOn(fakeBrowser.permissions.onAdded, 'addListener').mockReturnValue();
    const removed = vi.spyOn(fakeBrowser.permissions.onRemoved, 'addListener').mockReturnValue();
    onOriginsChanged(listener);
    expect(added).toHaveBeenCalledWith(listener);
    expect(removed).toHaveBeenCalledWith(listener);
  });
});

test('locking storage keeps content scripts away, and is no error where it is not supported', async () => {
  const area = fakeBrowser.storage.local as { setAccessLevel?: unknown };
  const before = area.setAccessLevel;
  const levels: unknown[] = [];
  try {
    area.setAccessLevel = async (level: unknown) => void levels.push(level);
    await lockStorage();
    area.setAccessLevel = () => Promise.reject(new Error('Not supported'));
    await lockStorage();
    area.setAccessLevel = undefined;
    await lockStorage();
  } finally {
    area.setAccessLevel = before;
  }
  expect(levels).toEqual([{ accessLevel: 'TRUSTED_CONTEXTS' }]);
});
