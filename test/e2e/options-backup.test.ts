import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { findBarriers, OPTIONS_LOOKS } from './support/axe.ts';
import { downloaded } from './support/downloads.ts';
import { send } from './support/messages.ts';
import { driveOptions, type OptionsPage } from './support/options.ts';
import { WAIT } from './support/page.ts';
import { useStage } from './support/stage.ts';
import { readStorage } from './support/storage.ts';
import { HF_TOKEN } from './support/tokens.ts';
import { words } from './support/words.ts';

const PASSPHRASE = 'correct horse battery staple';

const stage = useStage();
let folder = '';

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'understudy-backup-'));
});
afterEach(() => rm(folder, { recursive: true }));

const openBackup = async () => {
  const options = await stage.openOptions();
  await options.goTo('Backup');
  return options;
};

const exported = async (options: OptionsPage) => {
  const { name, bytes } = await downloaded(stage.chromium.browser, folder, () =>
    options.press('Export settings'),
  );
  return { path: join(folder, name), name, text: bytes.toString('utf8') };
};

async function importFile({ page, press }: OptionsPage, path: string): Promise<void> {
  const [chooser] = await Promise.all([page.waitForFileChooser(), press('Import settings')]);
  await chooser.accept([path]);
}

const hasFocus = ({ page }: OptionsPage, name: string) =>
  page.waitForFunction((text) => document.activeElement?.textContent === text, WAIT, name);

const update = ({ page }: OptionsPage, patch: object) =>
  send(page, 'updateSettings', { patch } as Parameters<typeof send<'updateSettings'>>[2]);

const stored = async ({ page }: OptionsPage) => {
  const { settings } = await readStorage(page);
  return (settings ?? {}) as Record<string, unknown>;
};

describe('settings to a file and back', () => {
  test('without tokens: saved, reset after a question, and some of it taken back', async () => {
    await stage.connect();
    const options = await openBackup();
    await update(options, { primary: 'puter', jobs: { waits: true } });
    const file = await exported(options);
    expect(file.name).toMatch(/^understudy-settings-\d{4}-\d\d-\d\d\.json$/);
    expect(file.text).not.toContain(HF_TOKEN);
    const written = JSON.parse(file.text) as Record<string, unknown>;
    expect(written).toMatchObject({ program: 'understudy', version: expect.any(Number) });
    expect(written).not.toHaveProperty('tokens');

    await options.press('Reset');
    await options.press('Keep it');
    await hasFocus(options, 'Reset');
    expect(await stored(options)).toMatchObject({ primary: 'puter' });
    await options.press('Reset');
    await options.press('Reset all settings');
    await options.says(words('options_reset_done'), 'reset');
    await hasFocus(options, 'Reset');
    expect(await stored(options)).not.toHaveProperty('primary');
    expect(await findBarriers(options.page, OPTIONS_LOOKS)).toEqual([]);

    await importFile(options, file.path);
    await options.find('dialog', 'What this file would change');
    expect(await findBarriers(options.page, OPTIONS_LOOKS)).toEqual([]);
    expect(await stored(options)).not.toHaveProperty('primary');
    const waits = 'Wait for a busy service off becomes on';
    await options.click('checkbox', waits);
    await options.press('Import 1 of 2');
    await options.says(words('options_import_done', 1), 'import');
    expect(await stored(options)).toMatchObject({ primary: 'puter' });
    expect(await stored(options)).not.toHaveProperty('jobs');

    await options.press(words('common_undo'));
    await options.says(words('options_import_undone'), 'import');
    expect(await stored(options)).not.toHaveProperty('primary');
  });

  test('styles and hubs are named before they are replaced', async () => {
    const options = await openBackup();
    const style = { id: 'noir', name: 'Noir', template: '{prompt}, film noir' };
    const hub = { id: 'a', name: 'A hub', url: 'https://hub.example', type: 'kohakuhub' };
    const path = join(folder, 'settings.json');
    await writeFile(
      path,
      JSON.stringify({ program: 'understudy', version: 1, settings: {}, sources: [hub], styles: [style] }),
    );
    await importFile(options, path);
    await options.says(words('options_import_added', words('common_name_at_host', 'A hub', 'hub.example')));
    await options.says(
      words('options_import_removed', words('common_name_at_host', 'Hugging Face', 'huggingface.co')),
    );
    await options.says(words('options_import_added', 'Noir'));
    await options.says(words('options_import_way_back'));
    expect(await findBarriers(options.page, OPTIONS_LOOKS)).toEqual([]);
  });

  test('tokens: behind the passphrase alone, and not with a wrong one', async () => {
    await stage.connect();
    const options = await openBackup();
    await options.paste('Passphrase for tokens', 'short');
    await options.press('Export settings');
    await options.errorAt('Passphrase for tokens', words('problem_PASSPHRASE_TOO_SHORT', 8));
    await options.paste('Passphrase for tokens', PASSPHRASE);
    const file = await exported(options);
    expect(file.text).not.toContain(HF_TOKEN);
    expect(file.text).not.toContain(PASSPHRASE);
    expect(await options.valueOf('Passphrase for tokens')).toBe('');
    await send(options.page, 'removeToken', { slot: 'huggingface' });

    await importFile(options, file.path);
    await options.paste('Passphrase of this file', 'another passphrase');
    await options.press('Import 1 of 1');
    await options.errorAt('Passphrase of this file', words('problem_PASSPHRASE_WRONG'));
    expect((await readStorage(options.page)).secrets).not.toHaveProperty('huggingface');
    expect(await findBarriers(options.page, OPTIONS_LOOKS)).toEqual([]);
    await options.paste('Passphrase of this file', PASSPHRASE);
    await options.press('Import 1 of 1');
    await options.says(words('options_import_done', 1), 'import');
    expect((await readStorage(options.page)).secrets).toMatchObject({ huggingface: { token: HF_TOKEN } });
    expect(await options.everything()).not.toContain(HF_TOKEN);
  });
});

test.each([
  ['half a file', '{"program":"understudy","ver', 'problem_BACKUP_BROKEN'],
  ['of another program', '{"name":"something","version":"1.2.3"}', 'problem_BACKUP_FOREIGN'],
  ['of a newer version', '{"program":"understudy","version":999}', 'problem_BACKUP_NEWER'],
])('a file that cannot be taken (%s): said, and nothing changed', async (_what, text, key) => {
  const options = await openBackup();
  const before = await readStorage(options.page);
  const path = join(folder, 'settings.json');
  await writeFile(path, text);
  await importFile(options, path);
  await options.says(words(key), 'import');
  expect(await readStorage(options.page)).toEqual(before);
});

test('an own API URL in a file needs permission: refused, nothing is taken; allowed, it is', async () => {
  const path = join(folder, 'settings.json');
  const apiUrl = 'https://endpoint.lab.example/generate';
  const settings = { huggingface: { apiUrl }, jobs: { waits: true } };
  await writeFile(path, JSON.stringify({ program: 'understudy', version: 1, settings }));
  const page = await stage.chromium.openPage('/options.html', { permissions: 'refused' });
  const refusing = driveOptions(page);
  await refusing.goTo('Backup');
  await importFile(refusing, path);
  await refusing.press('Import 2 of 2');
  await refusing.says(words('options_permission_refused', 'endpoint.lab.example'));
  expect(await stored(refusing)).toEqual({});
  await page.close();

  const options = await openBackup();
  await importFile(options, path);
  await options.press('Import 2 of 2');
  await options.says(words('options_import_done', 2), 'import');
  expect(await stored(options)).toMatchObject(settings);
});

test('a file without changes: a dialog says so, and Escape closes it and returns the focus', async () => {
  const options = await openBackup();
  const path = join(folder, 'settings.json');
  await writeFile(path, '{"program":"understudy","version":1,"settings":{}}');
  await importFile(options, path);
  await options.says(words('options_import_nothing'));
  await options.page.keyboard.press('Escape');
  await hasFocus(options, 'Import settings');
});
