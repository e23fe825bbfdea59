import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LockedError, type Secret } from '../../../../src/settings/index.ts';
import { memoryArea } from '../../jobs/memory-area.ts';
import { secretStore } from '../secret-bench.ts';

const secret = (token: string, change: Partial<Secret> = {}): Secret => ({
  token,
  verdict: 'unchecked',
  ...change,
});

const TOKENS = {
  huggingface: secret('hf_0123456789abcdef', { verdict: 'valid', account: 'me' }),
  puter: secret('puter-token-0123456789'),
  'source:a': secret('hub-token-0123456789', { origin: 'https://a.example' }),
};
const PASSPHRASE = 'correct horse battery';

/** A store with tokens behind a passphrase, and what lies on the disk and in the session. */
async function sealedBench(slots: Record<string, unknown> = TOKENS, rescued?: unknown) {
  const area = memoryArea({ secrets: slots, ...(rescued !== undefined && { 'secrets:rescued': rescued }) });
  const session = memoryArea();
  const store = secretStore(area, session);
  expect(await store.changePassphrase({ next: PASSPHRASE })).toBe(true);
  /** The browser was closed and opened: the session is gone. */
  const restart = () => secretStore(area, memoryArea());
  return { area, session, store, restart, disk: () => JSON.stringify(area.snapshot()) };
}

describe('a passphrase', () => {
  test('leaves no token readable in what is stored, and all of them usable', async () => {
    const { store, disk, session } = await sealedBench();
    for (const { token } of Object.values(TOKENS)) {
      expect(disk()).not.toContain(token);
      expect(JSON.stringify(session.snapshot())).not.toContain(token);
    }
    expect(disk()).not.toContain(PASSPHRASE);
    expect(JSON.stringify(session.snapshot())).not.toContain(PASSPHRASE);
    expect(await store.read()).toEqual({ lock: 'open', secrets: TOKENS, sealed: {} });
    expect(await store.damaged()).toBe(false);
  });

  test('what is saved and noted afterwards is closed up, too', async () => {
    const { store, disk, restart } = await sealedBench();
    await store.save('endpoint', secret('endpoint-token-0123456789', { origin: 'https://api.example' }));
    expect(await store.note('puter', TOKENS.puter.token, { verdict: 'valid' })).toBe(true);
    expect(disk()).not.toContain('endpoint-token');
    expect(disk()).not.toContain(TOKENS.puter.token);
    const later = restart();
    expect(await later.unlock(PASSPHRASE)).toBe(true);
    expect((await later.all()).endpoint?.token).toBe('endpoint-token-0123456789');
    expect((await later.all()).puter?.verdict).toBe('valid');
  });

  test('once the browser was closed: locked, with what may be shown, and nothing that could be sent', async () => {
    const { restart } = await sealedBench();
    const store = restart();
    expect(await store.read()).toEqual({
      lock: 'locked',
      secrets: {},
      sealed: {
        huggingface: { verdict: 'valid', account: 'me' },
        puter: { verdict: 'unchecked' },
        'source:a': { verdict: 'unchecked', origin: 'https://a.example' },
      },
    });
    expect(await store.damaged()).toBe(false);
    expect((await store.slots()).toSorted()).toEqual(Object.keys(TOKENS).toSorted());
    await expect(store.save('puter', secret('new'))).rejects.toThrow(LockedError);
    expect(await store.note('puter', TOKENS.puter.token, { verdict: 'invalid' })).toBe(false);
    // Removing needs no key.
    await store.remove('puter');
    expect(await store.unlock(PASSPHRASE)).toBe(true);
    const { puter: _puter, ...rest } = TOKENS;
    expect(await store.read()).toEqual({ lock: 'open', secrets: rest, sealed: {} });
  });

  test.each(['', 'correct horse battery ', 'Correct horse battery', 'x'.repeat(1000), '\u0000'])(
    'another one (%j) opens nothing and changes nothing',
    async (wrong) => {
      const { restart, disk, area } = await sealedBench();
      const store = restart();
      const before = disk();
      expect(await store.unlock(wrong)).toBe(false);
      expect(await store.changePassphrase({ current: wrong, next: 'another passphrase' })).toBe(false);
      expect(await store.changePassphrase({ current: wrong })).toBe(false);
      expect((await store.read()).lock).toBe('locked');
      expect(disk()).toBe(before);
      expect(Object.keys(area.snapshot())).toEqual(['secrets']);
    },
  );

  test('typed as other code points of the same letters is the same', async () => {
    const area = memoryArea({ secrets: TOKENS });
    await secretStore(area).changePassphrase({ next: 'pa\u0308ssphrase' });
    const later = secretStore(area, memoryArea());
    expect(await later.unlock('p\u00e4ssphrase')).toBe(true);
  });

  test('changed: the new one opens, the old one does not', async () => {
    const { store, restart } = await sealedBench();
    expect(await store.changePassphrase({ current: PASSPHRASE, next: 'a new passphrase' })).toBe(true);
    expect(await store.all()).toEqual(TOKENS);
    const later = restart();
    expect(await later.unlock(PASSPHRASE)).toBe(false);
    expect(await later.unlock('a new passphrase')).toBe(true);
    expect(await later.all()).toEqual(TOKENS);
  });

  test('removed: the tokens lie there as they did before', async () => {
    const { store, area, session } = await sealedBench();
    expect(await store.changePassphrase({ current: PASSPHRASE })).toBe(true);
    expect(area.snapshot()).toEqual({ secrets: TOKENS });
    expect(session.snapshot()).toEqual({});
  });

  test('locked by hand, it is asked for again', async () => {
    const { store } = await sealedBench();
    await store.lock();
    expect((await store.read()).lock).toBe('locked');
    expect(await store.unlock(PASSPHRASE)).toBe(true);
  });

  test('forgotten: the tokens go, and new ones can be saved', async () => {
    const { restart, area, disk } = await sealedBench(TOKENS, ['hf_rescued-token']);
    const store = restart();
    await store.forgetSealed();
    expect(area.snapshot()).toEqual({ secrets: {} });
    expect(await store.read()).toEqual({ lock: 'none', secrets: {}, sealed: {} });
    await store.save('puter', secret('new'));
    expect(disk()).toContain('new');
  });

  test('closes up what cannot be read, too, wherever it lies, and gives it back', async () => {
    const slots = { ...TOKENS, 'source:b': 'raw-token-of-an-older-version', endpoint: { token: 7 } };
    const { store, disk, area } = await sealedBench(slots, ['raw-token-set-aside']);
    expect(disk()).not.toContain('raw-token');
    expect(await store.damaged()).toBe(true);
    await store.changePassphrase({ current: PASSPHRASE });
    expect(area.snapshot()).toEqual({ secrets: slots, 'secrets:rescued': ['raw-token-set-aside'] });
  });

  test('what lies in place of the record is closed up, too', async () => {
    const area = memoryArea({ secrets: 'raw-token-in-its-place' });
    await secretStore(area).changePassphrase({ next: PASSPHRASE });
    expect(JSON.stringify(area.snapshot())).not.toContain('raw-token');
  });

  test('a token that was moved to another slot, or to another origin, does not open', async () => {
    const { store, area } = await sealedBench();
    const { secrets } = area.snapshot() as { secrets: Record<string, object> };
    await area.set({
      secrets: {
        ...secrets,
        'source:thief': secrets.huggingface,
        'source:a': { ...secrets['source:a'], origin: 'https://thief.example' },
      },
    });
    const { puter, huggingface } = TOKENS;
    expect(await store.all()).toEqual({ puter, huggingface });
  });

  test('many saves at once lose nothing', async () => {
    const { store } = await sealedBench({});
    const slots = Array.from({ length: 10 }, (_, index) => `source:${index}`);
    await Promise.all([
      ...slots.map((slot) => store.save(slot, secret(`token of ${slot}`))),
      store.changePassphrase({ current: PASSPHRASE, next: 'a new passphrase' }),
    ]);
    expect(Object.keys(await store.all()).toSorted()).toEqual(slots.toSorted());
  });
});

test('whenever the browser dies while the passphrase is set, changed or removed, no token is lost', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom('set' as const, 'change' as const, 'remove' as const),
      fc.integer({ min: 0, max: 4 }),
      fc.boolean(),
      async (what, writes, sessionSurvives) => {
        const area = memoryArea({ secrets: TOKENS, 'secrets:rescued': ['aside'] });
        const session = memoryArea();
        const store = secretStore(area, session);
        if (what !== 'set') await store.changePassphrase({ next: PASSPHRASE });
        let left = writes;
        area.beforeSet = session.beforeSet = () => {
          left -= 1;
          if (left < 0) throw new Error('The browser died');
        };
        const next = what === 'remove' ? undefined : 'a new passphrase';
        await store.changePassphrase({ current: PASSPHRASE, next }).catch(() => undefined);
        area.beforeSet = session.beforeSet = () => undefined;

        const later = secretStore(area, sessionSurvives ? session : memoryArea());
        if (sessionSurvives) expect((await later.read()).lock).not.toBe('locked');
        if ((await later.read()).lock === 'locked')
          expect((await later.unlock(PASSPHRASE)) || (await later.unlock('a new passphrase'))).toBe(true);
        expect(await later.all()).toEqual(TOKENS);
      },
    ),
    { numRuns: 100 },
  );
});

test('what is stored names the way its key was made, and a count that would never end is not believed', async () => {
  const area = memoryArea({ secrets: TOKENS });
  await secretStore(area).changePassphrase({ next: PASSPHRASE });
  const { secrets } = area.snapshot() as { secrets: { passphrase: Record<string, unknown> } };
  expect(secrets.passphrase).toMatchObject({ derivation: 'PBKDF2-SHA-256', iterations: 10 });
  const endless = { ...secrets.passphrase, iterations: 1e12 };
  await area.set({ secrets: { ...secrets, passphrase: endless } });
  const store = secretStore(area, memoryArea());
  expect(await store.damaged()).toBe(true);
  expect(await store.all()).toEqual({});
});
