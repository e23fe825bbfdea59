import { describe, expect, test } from 'vitest';
import { forgetRemovedSources } from '../../../../src/background/chores/forget-removed-sources.ts';
import { backupHandlers } from '../../../../src/background/handlers/backup.ts';
import { styleHandlers } from '../../../../src/background/handlers/styles.ts';
import { createWayBack, seal } from '../../../../src/settings/index.ts';
import { fakeServices } from '../fake-services.ts';
import { secretOf } from '../snapshots.ts';

const refused = (code: string, more = {}) => ({ ok: false, problem: { code, ...more } });
const NOIR_NAMED = { name: 'Noir' };
const NOIR = { name: 'Noir', template: '{prompt}, film noir' };
const PASSPHRASE = 'correct horse battery';

/** Somebody who set a few things, and their file. */
async function exported(passphrase?: string) {
  const fake = fakeServices();
  const handlers = backupHandlers(fake.services);
  await fake.settings.store.update({ primary: 'puter', hub: { maxConcurrent: 3 } });
  await fake.settings.add('Mine');
  await fake.secrets.save('puter', secretOf('secret-token-of-puter'));
  await styleHandlers(fake.services).addStyle({ style: NOIR });
  const reply = await handlers.exportSettings({ passphrase });
  if (!reply.ok) throw new Error(reply.problem.code);
  return { ...fake, text: reply.value.text };
}

function fresh() {
  const fake = fakeServices();
  return { ...fake, handlers: backupHandlers(fake.services) };
}

test('an export holds no token', async () => {
  const { text } = await exported();
  expect(text).not.toContain('secret-token');
  expect(JSON.parse(text)).not.toHaveProperty('tokens');
});

test('an import shows what it would change and changes nothing; then it takes what was chosen', async () => {
  const { text } = await exported();
  const { handlers, settings, services, state } = fresh();
  const preview = await handlers.previewImport({ text });
  expect(preview).toMatchObject({
    ok: true,
    value: {
      unreadable: false,
      differences: [
        { part: 'primary', now: 'huggingface', inFile: 'puter' },
        { part: 'hub.maxConcurrent', now: 5, inFile: 3 },
        {
          part: 'sources',
          entries: { added: [{ name: 'Mine' }], removed: [], changed: [], reordered: false },
        },
        { part: 'styles', entries: { added: [NOIR_NAMED], removed: [] } },
      ],
    },
  });
  expect(settings.area.snapshot()).toEqual({});

  const take = ['hub.maxConcurrent', 'sources', 'styles'];
  expect(await handlers.importSettings({ text, take })).toMatchObject({ ok: true });
  expect(await settings.settings()).toMatchObject({ primary: 'huggingface', hub: { maxConcurrent: 3 } });
  expect(await settings.sourceNames()).toEqual(['Hugging Face', 'Mine']);
  expect((await services.styles.read()).styles.at(-1)).toMatchObject(NOIR);
  expect(state.announced).toBe(1);
  expect(await handlers.previewImport({ text })).toMatchObject({
    value: { differences: [{ part: 'primary' }] },
  });
});

test('tokens travel behind a passphrase only; with a wrong one nothing is taken', async () => {
  const { text } = await exported(PASSPHRASE);
  expect(text).not.toContain('secret-token');
  const { handlers, secrets, settings } = fresh();
  const take = ['primary', 'tokens'];
  for (const passphrase of ['correct house battery', undefined])
    expect(await handlers.importSettings({ text, take, passphrase })).toEqual(refused('PASSPHRASE_WRONG'));
  expect(settings.area.snapshot()).toEqual({});
  expect(await handlers.importSettings({ text, take, passphrase: PASSPHRASE })).toMatchObject({ ok: true });
  expect((await secrets.all()).puter?.token).toBe('secret-token-of-puter');
  expect((await settings.settings()).primary).toBe('puter');
});

test('a sign-in stays where it was made, and none comes with a file', async () => {
  const fake = fakeServices();
  const renewal = { grant: 'g', refreshToken: 'refresh-1', expiresAt: 5 };
  await fake.secrets.save('huggingface', secretOf('hf_oauth_1', { signedIn: true, renewal }));
  await fake.secrets.save('puter', secretOf('of-puter'));
  const reply = await backupHandlers(fake.services).exportSettings({ passphrase: PASSPHRASE });
  if (!reply.ok) throw new Error(reply.problem.code);
  const { text } = reply.value;
  const { handlers, secrets } = fresh();
  await handlers.importSettings({ text, take: ['tokens'], passphrase: PASSPHRASE });
  expect(await secrets.all()).toEqual({ puter: secretOf('of-puter') });

  const made = {
    ...JSON.parse(text),
    tokens: await seal({ huggingface: { token: 'hf_x', renewal } }, PASSPHRASE),
  };
  await handlers.importSettings({ text: JSON.stringify(made), take: ['tokens'], passphrase: PASSPHRASE });
  expect((await secrets.all()).huggingface).toEqual({ token: 'hf_x', verdict: 'unchecked' });
});

test('a passphrase that is soon guessed is refused', async () => {
  const { handlers } = fresh();
  expect(await handlers.exportSettings({ passphrase: '1234567' })).toEqual(
    refused('PASSPHRASE_TOO_SHORT', { subject: '8' }),
  );
});

test.each([
  ['{"program":"understudy","version":2,"settings":{"pri', 'BACKUP_BROKEN'],
  ['{"version":4,"theme":"dark"}', 'BACKUP_FOREIGN'],
  ['{"program":"understudy","version":99,"settings":{}}', 'BACKUP_NEWER'],
])('%#: a file that is none is refused by name, and changes nothing', async (text, code) => {
  const { handlers, settings } = fresh();
  expect(await handlers.previewImport({ text })).toEqual(refused(code));
  expect(await handlers.importSettings({ text, take: ['primary'] })).toEqual(refused(code));
  expect(settings.area.snapshot()).toEqual({});
});

test('what a deployer locked is not imported', async () => {
  const { text } = await exported();
  const { handlers, settings } = fresh();
  settings.state.policy = { locked: ['sources', 'maxConcurrent'] };
  expect(await handlers.importSettings({ text, take: ['sources'] })).toEqual(
    refused('SETTING_LOCKED', { subject: 'sources' }),
  );
  expect(await handlers.importSettings({ text, take: ['hub.maxConcurrent'] })).toMatchObject(
    refused('SETTING_LOCKED', { subject: 'hub.maxConcurrent' }),
  );
});

test('a reset brings the defaults back; tokens and styles stay, and the old settings lie aside', async () => {
  const { services, settings, secrets } = await exported();
  const handlers = backupHandlers(services);
  expect(await handlers.resetSettings({ confirmed: true })).toMatchObject({
    ok: true,
    value: { primary: 'huggingface', sources: [{ id: 'huggingface' }] },
  });
  expect(settings.area.snapshot()['settings:rescued']).toMatchObject({ primary: 'puter' });
  expect(Object.keys(await secrets.all())).toEqual(['puter']);
  expect((await services.styles.read()).styles.at(-1)).toMatchObject(NOIR);
});

test('a style that is refused is refused by name', async () => {
  const { services, state } = fresh();
  const handlers = styleHandlers(services);
  expect(await handlers.addStyle({ style: { name: 'x', template: 'noir' } })).toEqual(
    refused('STYLE_WITHOUT_PROMPT'),
  );
  expect(await handlers.removeStyle({ id: 'nobody' })).toEqual(
    refused('NO_SUCH_STYLE', { subject: 'nobody' }),
  );
  expect(state.announced).toBe(0);
  expect(await handlers.removeStyle({ id: 'photo' })).toEqual({ ok: true, value: null });
  expect(state.announced).toBe(1);
});

test('more styles than can be added by hand are refused as a whole; the rest of the file can be taken', async () => {
  const { text } = await exported();
  const list = (count: number) =>
    Array.from({ length: count }, (_, place) => ({ ...NOIR, id: `own-${place}` }));
  const file = (count: number) => JSON.stringify({ ...JSON.parse(text), styles: list(count) });
  const { handlers, settings, services } = fresh();
  const take = ['primary', 'styles'];
  expect(await handlers.importSettings({ text: file(501), take })).toEqual(
    refused('BACKUP_STYLES_TOO_MANY', { subject: '500' }),
  );
  expect(settings.area.snapshot()).toEqual({});
  expect(await handlers.importSettings({ text: file(501), take: ['primary'] })).toMatchObject({ ok: true });
  expect(await handlers.importSettings({ text: file(500), take: ['styles'] })).toMatchObject({ ok: true });
  expect((await services.styles.read()).styles).toHaveLength(500);
});

describe('the way back', () => {
  const HOUR_MS = 60 * 60_000;

  /** Somebody with a hub, its token, a style and a setting of their own imports the file of somebody else. */
  async function replaced() {
    const { text } = await exported();
    const fake = fresh();
    await fake.settings.store.update({ primary: 'puter' });
    const hub = await fake.settings.add('Kept');
    await fake.secrets.save(`source:${hub}`, secretOf('of-the-hub'));
    await fake.services.styles.add({ name: 'Etching', template: '{prompt}, etching' });
    const read = async () => ({
      settings: await fake.settings.settings(),
      styles: (await fake.services.styles.read()).styles,
    });
    const before = await read();
    return { ...fake, text, read, before, hub };
  }
  const ALL = ['hub.maxConcurrent', 'sources', 'styles'];

  test.each([
    [
      'an import',
      async ({ handlers, text }: Awaited<ReturnType<typeof replaced>>) =>
        handlers.importSettings({ text, take: ALL }),
    ],
    [
      'a reset',
      async ({ handlers }: Awaited<ReturnType<typeof replaced>>) =>
        handlers.resetSettings({ confirmed: true }),
    ],
  ])(
    'from %s leads to all that was there, with the tokens of the hubs, and is gone once',
    async (_, replace) => {
      const bench = await replaced();
      expect(await replace(bench)).toMatchObject({ ok: true });
      expect(await bench.read()).not.toEqual(bench.before);
      await forgetRemovedSources({ settings: bench.settings.store, secrets: bench.secrets });
      expect(await bench.handlers.undoReplacing({})).toMatchObject({ ok: true });
      expect(await bench.read()).toEqual(bench.before);
      expect((await bench.secrets.all())[`source:${bench.hub}`]?.token).toBe('of-the-hub');
      expect(await bench.handlers.undoReplacing({})).toEqual(refused('NOTHING_KEPT'));
    },
  );

  test('leads from a first import to what everybody begins with', async () => {
    const { text } = await exported();
    const { handlers, settings, services } = fresh();
    const before = [await settings.settings(), await services.styles.read()];
    await handlers.importSettings({ text, take: ALL });
    // As a browser's storage gives it back: without what is undefined.
    await settings.area.set(JSON.parse(JSON.stringify(settings.area.snapshot())));
    expect(await handlers.undoReplacing({})).toMatchObject({ ok: true });
    expect([await settings.settings(), await services.styles.read()]).toEqual(before);
  });

  test.each([HOUR_MS, -HOUR_MS])(
    'is closed %i ms later: then the token of a hub that went goes, too',
    async (ms) => {
      const bench = await replaced();
      await bench.handlers.importSettings({ text: bench.text, take: ALL });
      const later = createWayBack({
        area: bench.settings.area,
        settings: bench.settings.store,
        styles: bench.services.styles,
        clock: { now: () => bench.services.clock.now() + ms },
      });
      expect(await later.goBack()).toBe(false);
    },
  );

  test('does not drop what was set aside since it could not be read', async () => {
    const { text } = await exported();
    const { handlers, settings } = fresh();
    await settings.area.set({ 'settings:rescued': 'of before' });
    await handlers.importSettings({ text, take: ALL });
    expect(settings.area.snapshot()['settings:rescued']).toBe('of before');
  });
});
