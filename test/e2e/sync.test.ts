import { expect, test } from 'vitest';
import { findBarriers, OPTIONS_LOOKS } from './support/axe.ts';
import { send } from './support/messages.ts';
import { WAIT } from './support/page.ts';
import { useStage } from './support/stage.ts';
import { readStorage, readSync, writeSync } from './support/storage.ts';
import { HF_TOKEN } from './support/tokens.ts';
import { words } from './support/words.ts';

const stage = useStage();

const SWITCH = words('options_sync_switch');
const record = (value: unknown, edits: number) => ({ value, edits, device: 'the other' });

test('settings follow over the browser’s sync: asked first, both ways, what has no room named, deleted by a press', async () => {
  await stage.connect();
  const options = await stage.openOptions();
  const { page } = options;
  const becomes = (check: () => Promise<boolean>) => expect.poll(check, { timeout: WAIT.timeout }).toBe(true);
  const primary = async () =>
    ((await readStorage(page)).settings as { primary?: string } | undefined)?.primary;

  await writeSync(page, { 'setting.primary': record('puter', 1) });
  await options.goTo('Backup');
  expect(await findBarriers(page, OPTIONS_LOOKS)).toEqual([]);

  await options.click('switch', SWITCH);
  await options.find('dialog', words('options_sync_choice_title'));
  expect(await findBarriers(page, OPTIONS_LOOKS)).toEqual([]);
  await options.press(words('options_cancel'));
  expect(await primary()).toBeUndefined();
  expect(Object.keys(await readSync(page))).toEqual(['setting.primary']);

  await options.click('switch', SWITCH);
  await options.press(words('options_sync_use_there'));
  await options.says(words('options_sync_on_done'), 'sync');
  expect(await primary()).toBe('puter');

  // Taken back: off again, as it was here before, and nothing of that is sent.
  await options.press(words('common_undo'));
  await options.says(words('options_import_undone'), 'sync');
  expect(await primary()).toBeUndefined();
  expect(await readSync(page)).toEqual({ 'setting.primary': record('puter', 1) });
  await options.click('switch', SWITCH);
  await options.press(words('options_sync_use_there'));
  await options.says(words('options_sync_on_done'), 'sync');
  expect(await primary()).toBe('puter');

  // From here: a setting, a style that fits, and one that does not.
  await send(page, 'updateSettings', { patch: { hub: { maxConcurrent: 3 } } });
  await send(page, 'addStyle', { style: { name: 'Noir', template: '{prompt}, film noir' } });
  const large = '\u7d75'.repeat(1_900);
  await send(page, 'addStyle', {
    style: { name: 'Scroll', template: `{prompt} ${large}`, negativePrompt: large },
  });
  await options.says(words('options_sync_left', 'Scroll'), 'sync');
  await becomes(async () => 'setting.hub.maxConcurrent' in (await readSync(page)));
  const there = JSON.stringify(await readSync(page));
  expect(there).toContain('film noir');
  expect(there).not.toContain('Scroll');
  expect(there).not.toContain(HF_TOKEN);
  expect(await findBarriers(page, OPTIONS_LOOKS)).toEqual([]);

  // From another device: the open page shows it.
  await options.goTo('Pictures');
  const waits = await options.find('switch', words('options_jobs_waits'));
  expect(await waits.evaluate((input) => (input as HTMLInputElement).checked)).toBe(false);
  await writeSync(page, { 'setting.jobs.waits': record(true, 1) });
  await page.waitForFunction((input) => (input as HTMLInputElement).checked, WAIT, waits);

  await options.goTo('Backup');
  await options.click('switch', SWITCH);
  await options.says(words('options_sync_off_done'), 'sync');
  expect(Object.keys(await readSync(page))).not.toEqual([]);
  await options.press(words('options_sync_clear'));
  await options.press(words('options_sync_clear_yes'));
  await options.says(words('options_sync_clear_done'), 'sync');
  expect(await readSync(page)).toEqual({});
  expect(await primary()).toBe('puter');
});
