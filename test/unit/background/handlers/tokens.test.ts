import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { tokenHandlers } from '../../../../src/background/handlers/tokens.ts';
import { fakeServices } from '../fake-services.ts';

let allowed = true;
beforeEach(() => {
  allowed = true;
  vi.spyOn(fakeBrowser.permissions, 'contains').mockImplementation((async () => allowed) as never);
});
afterEach(() => vi.restoreAllMocks());

const refused = (code: string, more = {}) => ({ ok: false, problem: { code, ...more } });
const fox = () => Response.json({ name: 'fox' });

function setUp(...given: Parameters<typeof fakeServices>) {
  const fake = fakeServices(...given);
  return { ...fake, handlers: tokenHandlers(fake.services) };
}

describe('saving a token', () => {
  test('Hugging Face’s is cleaned, stored, checked, and shown by its end', async () => {
    const { handlers, asked, secrets, state } = setUp(fox);
    const reply = await handlers.saveToken({ slot: 'huggingface', token: ' Bearer hf_AbCdEf012345 ' });
    expect(reply).toEqual({ ok: true, value: { endsIn: '2345', verdict: 'valid', account: 'fox' } });
    expect(await secrets.all()).toEqual({
      huggingface: { token: 'hf_AbCdEf012345', verdict: 'valid', account: 'fox' },
    });
    expect(asked).toEqual([
      { url: 'https://huggingface.co/api/whoami-v2', authorization: 'Bearer hf_AbCdEf012345' },
    ]);
    expect(state).toMatchObject({ announced: 1, holds: 0 });
  });

  test('Puter’s, and that of the user’s own address, are asked about nowhere', async () => {
    const { handlers, asked, settings, secrets } = setUp(fox);
    await settings.store.update({ huggingface: { apiUrl: 'https://mine.example/models/x' } });
    await handlers.saveToken({ slot: 'puter', token: 'puter-token-123' });
    await handlers.saveToken({
      slot: 'endpoint',
      token: 'endpoint-token-123',
      origin: 'https://mine.example',
    });
    expect(asked).toEqual([]);
    expect(await secrets.all()).toEqual({
      puter: { token: 'puter-token-123', verdict: 'unchecked' },
      endpoint: { token: 'endpoint-token-123', verdict: 'unchecked', origin: 'https://mine.example' },
    });
  });

  test('a hub’s goes to that hub alone and is bound to its origin', async () => {
    const { handlers, asked, settings, secrets } = setUp(fox);
    const id = await settings.add('Mine', { url: 'https://mine.example:8443/hub' });
    await handlers.saveToken({
      slot: `source:${id}`,
      token: 'hub-token-12345',
      origin: 'https://mine.example:8443',
    });
    expect(asked.map(({ url }) => url)).toEqual(['https://mine.example:8443/hub/api/whoami-v2']);
    expect((await secrets.all())[`source:${id}`]?.origin).toBe('https://mine.example:8443');
  });

  test.each([
    ['a hub', 'https://mine.example', 'https://elsewhere.example'],
    ['a hub that has no address on the page', undefined, 'https://mine.example'],
  ])('what the page said is what happens: %s', async (_, shown, now) => {
    const { handlers, asked, settings, secrets } = setUp(fox);
    const id = await settings.add('Mine', { url: 'https://mine.example' });
    await settings.store.changeSource(id, { url: now });
    const saving = handlers.saveToken({ slot: `source:${id}`, token: 'hub-token-12345', origin: shown });
    expect(await saving).toEqual(refused('TOKEN_PLACE_MOVED', { subject: new URL(now).host }));
    expect(asked).toEqual([]);
    expect(await secrets.all()).toEqual({});
  });

  test.each(['https://elsewhere.example/x', ''])(
    'and so for the user’s own address, when it is %j by now',
    async (apiUrl) => {
      const { handlers, settings, secrets } = setUp(fox);
      await settings.store.update({ huggingface: { apiUrl } });
      const token = {
        slot: 'endpoint',
        token: 'endpoint-token-123',
        origin: 'https://mine.example',
      } as const;
      expect(await handlers.saveToken(token)).toMatchObject(refused('TOKEN_PLACE_MOVED'));
      expect(await secrets.all()).toEqual({});
    },
  );

  test('a hub’s does not follow a hub that moves in that moment', async () => {
    const fake = fakeServices(fox);
    const id = await fake.settings.add('Mine', { url: 'https://mine.example' });
    const secrets = {
      ...fake.secrets,
      async save(...saved: Parameters<typeof fake.secrets.save>) {
        await fake.secrets.save(...saved);
        await fake.settings.store.changeSource(id, { url: 'https://elsewhere.example' });
      },
    };
    const handlers = tokenHandlers({ ...fake.services, secrets });
    const token = { token: 'hub-token-12345', origin: 'https://mine.example' };
    expect(await handlers.saveToken({ slot: `source:${id}`, ...token })).toMatchObject({
      value: { verdict: 'unchecked' },
    });
    expect(fake.asked).toEqual([]);
  });

  test('a hub’s is saved, but goes nowhere, while the hub may not be reached', async () => {
    allowed = false;
    const { handlers, asked, settings, secrets } = setUp(fox);
    const slot = `source:${await settings.add('Mine')}` as const;
    const token = { token: 'hub-token-12345', origin: 'https://mine.example' };
    expect(await handlers.saveToken({ slot, ...token })).toMatchObject({
      value: { verdict: 'unchecked' },
    });
    expect((await secrets.all())[slot]?.token).toBe('hub-token-12345');
    expect(asked).toEqual([]);
  });

  test('a service that does not answer does not cost the user the token', async () => {
    const { handlers, secrets } = setUp(() => Promise.reject(new TypeError('Failed to fetch')));
    expect(await handlers.saveToken({ slot: 'huggingface', token: 'hf_AbCdEf012345' })).toMatchObject({
      ok: true,
      value: { verdict: 'unchecked' },
    });
    expect((await secrets.all()).huggingface?.token).toBe('hf_AbCdEf012345');
  });

  test('it is stored before the service is asked', async () => {
    const stored: unknown[] = [];
    const fake = setUp(async () => {
      stored.push((await fake.secrets.all()).huggingface?.token);
      return fox();
    });
    await fake.handlers.saveToken({ slot: 'huggingface', token: 'hf_AbCdEf012345' });
    expect(stored).toEqual(['hf_AbCdEf012345']);
  });

  test('one that was removed while the service was asked stays removed', async () => {
    const fake = setUp(async () => {
      await fake.secrets.remove('huggingface');
      return fox();
    });
    await fake.handlers.saveToken({ slot: 'huggingface', token: 'hf_AbCdEf012345' });
    expect(await fake.secrets.all()).toEqual({});
  });

  test.each([
    ['', 'TOKEN_EMPTY'],
    [' Bearer ', 'TOKEN_EMPTY'],
    ['two words', 'TOKEN_MALFORMED'],
    ['ключ', 'TOKEN_MALFORMED'],
  ])('%j is refused, and what was saved stays', async (token, code) => {
    const { handlers, asked, secrets } = setUp();
    await secrets.save('puter', { token: 'kept', verdict: 'valid' });
    expect(await handlers.saveToken({ slot: 'puter', token })).toEqual(refused(code));
    expect((await secrets.all()).puter?.token).toBe('kept');
    expect(asked).toEqual([]);
  });

  test('for a source that is not on the list: refused', async () => {
    const { handlers, secrets } = setUp();
    expect(await handlers.saveToken({ slot: 'source:nobody', token: 'hub-token' })).toEqual(
      refused('NO_SUCH_SOURCE'),
    );
    expect(await secrets.all()).toEqual({});
  });

  test('on a full disk: said so, and no worker is kept awake', async () => {
    const { handlers, settings, state } = setUp(fox);
    settings.area.beforeSet = () => {
      throw new Error('Disk full');
    };
    expect(await handlers.saveToken({ slot: 'puter', token: 'puter-token' })).toEqual(
      refused('STORAGE_FAILED'),
    );
    expect(await handlers.removeToken({ slot: 'puter' })).toEqual(refused('STORAGE_FAILED'));
    expect(state.holds).toBe(0);
  });
});

test('a removed token is gone, and pages are told', async () => {
  const { handlers, secrets, state } = setUp();
  await secrets.save('puter', { token: 'gone', verdict: 'valid' });
  expect(await handlers.removeToken({ slot: 'puter' })).toEqual({ ok: true, value: null });
  expect(await secrets.all()).toEqual({});
  expect(state.announced).toBe(1);
});
