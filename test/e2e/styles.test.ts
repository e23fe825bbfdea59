import { describe, expect, test } from 'vitest';
import { send } from './support/messages.ts';
import { driveOptions } from './support/options.ts';
import { useStage } from './support/stage.ts';
import { readJobs, readStorage, writeStorage } from './support/storage.ts';
import { words } from './support/words.ts';

const stage = useStage();

const sentPrompts = () =>
  stage.lab
    .requestsTo('router.huggingface.co')
    .filter(({ method }) => method === 'POST')
    .map(({ bodyText }) => JSON.parse(bodyText).prompt);
const openStyles = async () => driveOptions(await stage.chromium.openPage('/options.html#styles'));
const names = (page: Awaited<ReturnType<typeof openStyles>>['page']) =>
  page.$$eval('.style-title', (titles) => titles.map((title) => title.textContent));

describe('the styles', () => {
  test('are the shipped ones, each with a picture of its own that loads', async () => {
    const { page } = await openStyles();
    await page.waitForSelector('.style-swatch');
    const swatches = await page.$$eval('.style-swatch', (images) =>
      Promise.all(
        images.map(async (image) => {
          const picture = image as HTMLImageElement;
          await picture.decode();
          return picture.src;
        }),
      ),
    );
    expect(swatches).toHaveLength(12);
    expect(new Set(swatches).size).toBe(12);
  });

  test('an own one makes a picture that knows it, also when it is edited after the style was deleted', async () => {
    await stage.connect();
    const options = await openStyles();
    await options.press(words('options_style_add'));
    await options.paste(words('options_style_name'), '<script>alert(1)</script>');
    await options.paste(words('options_style_template'), 'a still of {prompt}, noir');
    await options.press(words('options_style_save'));
    await options.says('<script>alert(1)</script>');
    const popup = await stage.openPopup();
    await popup.press('Style');
    await (await popup.find('radio', '<script>alert(1)</script>')).evaluate((radio) =>
      (radio as HTMLElement).click(),
    );
    await popup.page.keyboard.press('Escape');
    await popup.generate('a fox');
    await popup.picture();
    const [job] = await readJobs(popup.page);
    expect(job?.request).toMatchObject({
      prompt: 'a fox',
      ownStyle: { name: '<script>alert(1)</script>', template: 'a still of {prompt}, noir' },
    });
    expect(sentPrompts()).toEqual(['a still of a fox, noir']);
    await popup.press(words('popup_again'));
    await expect.poll(sentPrompts, { timeout: 60_000 }).toEqual(Array(2).fill('a still of a fox, noir'));

    const gallery = await stage.chromium.openPage(`/gallery.html?picture=${job?.id}`);
    await gallery.waitForSelector('.pane');
    const pane = () => gallery.$eval('.pane', (one) => one.textContent ?? '');
    expect(await pane()).toContain('<script>alert(1)</script>');
    expect(await pane()).toContain(words('gallery_sent_as', 'a still of a fox, noir'));
    expect(
      await gallery.$$eval(`select option`, (options) => options.map((option) => option.textContent)),
    ).toContain('<script>alert(1)</script>');

    const edit = async () => {
      await popup.press(words('popup_more_actions'));
      await popup.click('menuitem', words('popup_edit'));
    };
    const promptHolds = (prompt: string) =>
      expect.poll(() => popup.page.$eval('textarea', ({ value }) => value), { timeout: 60_000 }).toBe(prompt);
    await gallery.close();
    await popup.page.bringToFront();
    await popup.write('something else');
    await edit();
    await promptHolds('a fox');
    await send(popup.page, 'removeStyle', { id: job?.request.ownStyle?.id ?? '' });
    await edit();
    await promptHolds('a still of a fox, noir');
    expect(await popup.text()).toContain(words('given_style_words', '<script>alert(1)</script>'));
  });

  test('one without {prompt} is refused at its field, and nothing changes', async () => {
    const options = await openStyles();
    await options.press(words('options_style_add'));
    await options.paste(words('options_style_name'), 'Noir');
    await options.paste(words('options_style_template'), 'noir');
    await options.press(words('options_style_save'));
    await options.errorAt(words('options_style_template'), words('problem_STYLE_WITHOUT_PROMPT'));
    expect(await readStorage(options.page)).not.toHaveProperty('styles');
  });

  test('are moved by key, deleted and brought back', async () => {
    const options = await openStyles();
    const { page } = options;
    await page.waitForSelector('.style-title');
    const before = await names(page);
    await (await options.find('button', words('options_move_down'))).focus();
    await page.keyboard.press('Enter');
    await expect
      .poll(() => names(page), { timeout: 60_000 })
      .toEqual([before[1], before[0], ...before.slice(2)]);
    await options.press(words('options_style_edit', words('style_photo')));
    await options.press(words('options_style_delete'));
    await expect.poll(() => names(page), { timeout: 60_000 }).toEqual([before[1], ...before.slice(2)]);
    await options.press(words('common_undo'));
    await expect
      .poll(() => names(page), { timeout: 60_000 })
      .toEqual([before[1], before[0], ...before.slice(2)]);
  });

  test.each([
    'hello',
    '{"understudy":"style"',
    '{"understudy":"style","version":1,"template":"no slot"}',
    '<script>',
  ])('a pasted %j adds nothing and says why', async (text) => {
    const options = await openStyles();
    await options.page.waitForSelector('.style-title');
    await options.press(words('options_style_paste'));
    await options.paste(words('options_style_text'), text);
    await options.press(words('options_style_take'));
    await options.page.waitForSelector('.style-form [aria-invalid="true"]');
    expect(await options.valueOf(words('options_style_text'))).toBe(text);
    expect(await names(options.page)).toHaveLength(12);
  });

  test('a thousand of them are shown, and the panel stays usable', async () => {
    const { page } = await openStyles();
    const styles = Array.from({ length: 1_000 }, (_, place) => ({
      id: `own-${place}`,
      name: `Own ${place}`,
      template: '{prompt}, own',
    }));
    await writeStorage(page, { styles: { version: 1, styles, shipped: [], removed: [] } });
    await page.reload();
    await expect
      .poll(async () => (await names(page)).length, { timeout: 60_000 })
      .toBeGreaterThanOrEqual(1_000);
    const added = await send(page, 'addStyle', { style: { name: 'One more', template: '{prompt}, more' } });
    expect(added).toMatchObject({ ok: false, problem: { code: 'STYLES_TOO_MANY' } });
  });

  test('what is set in the composer becomes a style', async () => {
    const popup = await stage.openPopup();
    await popup.write('misty, film grain');
    await popup.press('Style');
    await popup.press(words('popup_save_as_style'));
    const target = await stage.chromium.browser.waitForTarget((one) => one.url().includes('options.html'), {
      timeout: 60_000,
    });
    const page = await target.page();
    if (!page) throw new Error('The options did not open');
    const options = driveOptions(page);
    expect(await options.valueOf(words('options_style_template'))).toBe('{prompt}, misty, film grain');
  });
});
