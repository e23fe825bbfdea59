import { describe, expect, test } from 'vitest';
import type { Popup } from './support/popup.ts';
import { useStage } from './support/stage.ts';
import { readJobs, writeStorage } from './support/storage.ts';
import { words } from './support/words.ts';

const stage = useStage();
const ROUTER = 'router.huggingface.co';

/** The requests to the router, oldest first. */
const asked = () => stage.lab.requestsTo(ROUTER).map(({ bodyText }) => JSON.parse(bodyText || '{}'));

async function paste({ page, find }: Popup, text: string): Promise<void> {
  await (await find('textbox', 'Prompt')).focus();
  await page.keyboard.sendCharacter(text);
}
const written = ({ page }: Popup) => page.$eval('textarea', (box) => box.value);

describe('prompts', () => {
  test.each([
    ['empty', ''],
    ['only white space', '  \n\t '],
    ['only control characters', '\u0000\u0007\u001b'],
  ])('%s: a sentence at the field, nothing sent', async (_what, prompt) => {
    await stage.connect();
    const popup = await stage.openToolbarPopup();
    await paste(popup, prompt);
    await popup.press('Generate');
    await popup.alert(words('problem_PROMPT_EMPTY'));
    expect(await popup.page.evaluate(() => document.activeElement?.id)).toBe('prompt');
    expect(await readJobs(popup.page)).toEqual([]);
    expect(asked()).toEqual([]);
  });

  test('10,000 characters: counted, said to be too long, and none of them lost', async () => {
    await stage.connect();
    const long = 'a long story '.repeat(800).slice(0, 10_000);
    const popup = await stage.openToolbarPopup();
    await paste(popup, long);
    await popup.alert(words('problem_PROMPT_TOO_LONG'));
    expect(await popup.text()).toContain(words('popup_prompt_counter', '10,000', '4,000'));
    await popup.press('Generate');
    await popup.alert(words('problem_PROMPT_TOO_LONG'));
    expect(await popup.page.evaluate(() => document.activeElement?.id)).toBe('prompt');
    expect(await written(popup)).toBe(long);
    await popup.page.close();
    const again = await stage.openToolbarPopup();
    await again.page.waitForFunction((text) => document.querySelector('textarea')?.value === text, {}, long);
    expect(await readJobs(again.page)).toEqual([]);
    expect(asked()).toEqual([]);
  });

  test.each([
    ['emoji', '🦊👩‍👩‍👧‍👦 in the snow 🇳🇴', '🦊👩‍👩‍👧‍👦 in the snow 🇳🇴'],
    ['right-to-left text', 'ثعلب أحمر في الثلج, שועל', 'ثعلب أحمر في الثلج, שועל'],
    ['marks that turn the direction', 'a fox \u202egnp.exe', 'a fox \u202egnp.exe'],
    ['control characters', 'a\u0000 red\u0007 fox\u001b[31m', 'a red fox[31m'],
    [
      'markup',
      '<img src=x onerror=alert(1)> {{prompt}} $& $1 \\1',
      '<img src=x onerror=alert(1)> {{prompt}} $& $1 \\1',
    ],
  ])(
    '%s reach the service as they were meant, and the picture is named after them',
    async (_what, prompt, sent) => {
      await stage.connect({ puter: false });
      const popup = await stage.openToolbarPopup();
      await paste(popup, prompt);
      await popup.press('Generate');
      expect((await popup.picture()).alt).toBe(sent);
      expect(asked()[0].prompt).toBe(sent);
    },
  );

  test('a very long model id widens nothing, in its chip and in the finder', async () => {
    await stage.connect();
    const popup = await stage.openToolbarPopup();
    const model = `an-organisation-with-a-long-name/${'a-model-with-an-even-longer-name-'.repeat(2)}v2`;
    await writeStorage(popup.page, { 'popup:draft': { prompt: 'a boat', model } });
    await popup.page.reload();
    const chip = await popup.button('Model');
    await popup.page.waitForFunction(
      (button) => (button as HTMLElement).getAttribute('aria-description')?.startsWith('a-model') === true,
      {},
      chip,
    );
    const wide = () => popup.page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
    expect(await wide()).toBe(false);
    await popup.press('Model');
    await popup.find('dialog', 'Model');
    expect(await popup.text()).toContain(model);
    expect(await wide()).toBe(false);
  });

  test('a model that is a page of the hub becomes its id; some other URL is refused, and nothing is asked', async () => {
    await stage.connect({ puter: false });
    const popup = await stage.openToolbarPopup();
    await popup.press('Model');
    const lookUp = async (address: string) => {
      await popup.fill(words('popup_search_label'), '');
      await popup.page.keyboard.sendCharacter(address);
      await popup.press(words('popup_look_up'));
    };
    await lookUp('https://evil.example/steal?me');
    await popup.alert();
    await lookUp('https://huggingface.co/Qwen/Qwen-Image/tree/main');
    await popup.press(words('popup_use_model'));
    await popup.generate('a boat');
    await popup.picture();
    expect(stage.lab.log.filter(({ host }) => host === 'evil.example')).toEqual([]);
    expect(stage.lab.requestsTo(ROUTER)[0]?.path).toContain('qwen-image');
  });
});
