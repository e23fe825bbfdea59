import { describe, expect, test } from 'vitest';
import { backupHandlers } from '../../../../src/background/handlers/backup.ts';
import { passphraseHandlers } from '../../../../src/background/handlers/passphrase.ts';
import { sourceHandlers } from '../../../../src/background/handlers/sources.ts';
import { tokenHandlers } from '../../../../src/background/handlers/tokens.ts';
import { hubSources } from '../../../../src/background/state/snapshot.ts';
import { fakeServices } from '../fake-services.ts';

const PASSPHRASE = 'correct horse battery';
const HF = 'hf_0123456789abcdefghij';
const HUB = 'hub-token-0123456789';

async function locked() {
  const fake = fakeServices();
  const { services, settings } = fake;
  const added = await settings.store.addSource({
    name: 'Own',
    url: 'https://own.example',
    type: 'kohakuhub',
    enabled: true,
    namespaces: [],
  });
  const id = 'id' in added ? added.id : '';
  await services.secrets.save('huggingface', { token: HF, verdict: 'valid', account: 'me' });
  await services.secrets.save(`source:${id}`, {
    token: HUB,
    verdict: 'valid',
    origin: 'https://own.example',
  });
  const handlers = {
    ...passphraseHandlers(services),
    ...tokenHandlers(services),
    ...backupHandlers(services),
    ...sourceHandlers(services),
  };
  expect(await handlers.changePassphrase({ next: PASSPHRASE })).toMatchObject({ ok: true });
  expect(await handlers.lockTokens({})).toMatchObject({ ok: true, value: { passphrase: 'locked' } });
  return { ...fake, handlers, id };
}

const code = (value: unknown) => ({ ok: false, problem: expect.objectContaining({ code: value }) });

describe('while the tokens are locked', () => {
  test('pages are shown them as there and locked, by nothing of them', async () => {
    const { services, id } = await locked();
    const view = await services.announceSettings();
    expect(view.tokens).toEqual({
      huggingface: { endsIn: '', verdict: 'valid', account: 'me', locked: true },
      [`source:${id}`]: { endsIn: '', verdict: 'valid', locked: true },
    });
    expect(JSON.stringify(view)).not.toMatch(/hf_|hub-token/);
  });

  test('a hub whose token is locked is not asked as if there were none', async () => {
    const { services, handlers, asked, id } = await locked();
    const own = hubSources(await services.current()).find((source) => source.id === id);
    expect(own).toMatchObject({ enabled: false });
    expect(own).not.toHaveProperty('token');
    await services.current().then((current) => ({ ...current, allowed: { [id]: true } }));
    await handlers.testSource({ id });
    expect(asked).toEqual([]);
  });

  test('no token is saved, and nobody is asked of one', async () => {
    const { handlers, asked } = await locked();
    expect(await handlers.saveToken({ slot: 'puter', token: 'puter-token-0123456789' })).toEqual(
      code('TOKENS_LOCKED'),
    );
    expect(await handlers.connectPuter({})).toEqual(code('TOKENS_LOCKED'));
    expect(asked).toEqual([]);
    expect(await handlers.removeToken({ slot: 'huggingface' })).toMatchObject({ ok: true });
  });

  test('settings go to a file and back without the tokens; with them it is said why not, and nothing changes', async () => {
    const { handlers, settings } = await locked();
    const before = JSON.stringify(settings.area.snapshot());
    const file = await handlers.exportSettings({});
    if (!file.ok) throw new Error('No file');
    expect(file.value.text).not.toMatch(/hf_|hub-token/);
    expect(await handlers.exportSettings({ passphrase: PASSPHRASE })).toEqual(code('TOKENS_LOCKED'));
    expect(await handlers.importSettings({ text: file.value.text, take: ['sources'] })).toMatchObject({
      ok: true,
    });

    const open = await fileWithTokens();
    const taken = await handlers.importSettings({
      text: open,
      take: ['primary', 'tokens'],
      passphrase: PASSPHRASE,
    });
    expect(taken).toEqual(code('TOKENS_LOCKED'));
    const after = settings.area.snapshot();
    expect(after.secrets).toEqual(JSON.parse(before).secrets);
  });

  test('a wrong passphrase is said so; the right one opens them', async () => {
    const { handlers, services, id } = await locked();
    expect(await handlers.unlockTokens({ passphrase: 'wrong' })).toEqual(code('TOKENS_PASSPHRASE_WRONG'));
    expect(await handlers.changePassphrase({ current: 'wrong' })).toEqual(code('TOKENS_PASSPHRASE_WRONG'));
    expect(await handlers.changePassphrase({ current: PASSPHRASE, next: 'short' })).toEqual({
      ok: false,
      problem: { code: 'PASSPHRASE_TOO_SHORT', subject: '8' },
    });
    const opened = await handlers.unlockTokens({ passphrase: PASSPHRASE });
    expect(opened).toMatchObject({ ok: true, value: { passphrase: 'open' } });
    expect((await services.secrets.all())[`source:${id}`]?.token).toBe(HUB);
  });

  test('forgotten: the tokens go, and nothing else', async () => {
    const { handlers, settings } = await locked();
    const { secrets: _secrets, ...rest } = settings.area.snapshot();
    const forgotten = await handlers.forgetLockedTokens({ confirmed: true });
    expect(forgotten).toMatchObject({ ok: true, value: { passphrase: 'none', tokens: {} } });
    expect(settings.area.snapshot()).toEqual({ ...rest, secrets: {} });
  });
});

test('no answer of any of them holds a token, a passphrase or a key', async () => {
  const { handlers, services, settings } = await locked();
  const answers = [
    await handlers.unlockTokens({ passphrase: HF }),
    await handlers.changePassphrase({ current: HF, next: HUB }),
    await handlers.unlockTokens({ passphrase: PASSPHRASE }),
    await handlers.changePassphrase({ current: PASSPHRASE, next: 'another passphrase' }),
    await handlers.lockTokens({}),
    await handlers.saveToken({ slot: 'puter', token: 'puter-token-0123456789' }),
    await handlers.exportSettings({ passphrase: PASSPHRASE }),
    await services.announceSettings(),
    settings.area.snapshot(),
  ];
  for (const secret of [HF, HUB, PASSPHRASE, 'another passphrase', 'puter-token-0123456789'])
    expect(JSON.stringify(answers)).not.toContain(secret);
});

test('storage that breaks while a passphrase is set is said so, and quotes nothing', async () => {
  const { services, settings } = fakeServices();
  await services.secrets.save('huggingface', { token: HF, verdict: 'valid' });
  const handlers = passphraseHandlers(services);
  settings.area.beforeSet = (items) => {
    throw new Error(`Cannot store ${JSON.stringify(items)} ${HF} ${PASSPHRASE}`);
  };
  const reply = await handlers.changePassphrase({ next: PASSPHRASE });
  expect(reply).toEqual({ ok: false, problem: { code: 'STORAGE_FAILED' } });
});

async function fileWithTokens(): Promise<string> {
  const { services } = fakeServices();
  await services.secrets.save('puter', { token: 'puter-token-0123456789', verdict: 'valid' });
  const file = await backupHandlers(services).exportSettings({ passphrase: PASSPHRASE });
  if (!file.ok) throw new Error('No file');
  return file.value.text;
}
