import { describe, expect, test } from 'vitest';
import { findBarriers } from './support/axe.ts';
import { drive, WAIT } from './support/page.ts';
import { useStage } from './support/stage.ts';
import { HF_TOKEN } from './support/tokens.ts';
import { words } from './support/words.ts';

const LOOKS = [
  { scheme: 'light', width: 1100 },
  { scheme: 'dark', width: 400 },
] as const;

const stage = useStage();
const openWelcome = async () => drive(await stage.chromium.openPage('/welcome.html'));

describe('the first run', () => {
  test('from the tab to the first picture: two clicks here, one paste, and nothing is sent before', async () => {
    const welcome = await openWelcome();
    const { page } = welcome;
    await welcome.shows(words('welcome_words_text'));
    expect(await page.$('textarea')).toBeNull();
    expect(await findBarriers(page, LOOKS)).toEqual([]);
    await welcome.press('Connect Hugging Face');
    const field = await welcome.find('textbox', 'Hugging Face token');
    expect(await field.evaluate((input) => input === document.activeElement)).toBe(true);
    expect(stage.lab.log).toEqual([]);
    await page.evaluate((token) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', token);
      const paste = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
      document.activeElement?.dispatchEvent(paste);
    }, HF_TOKEN);
    await welcome.shows(words('account_connected_as', 'someuser', '6789'));
    await welcome.find('textbox', 'Prompt');
    expect(await findBarriers(page, LOOKS)).toEqual([]);
    expect(stage.lab.requestsTo('router.huggingface.co')).toEqual([]);
    await welcome.press('Generate');
    await page.waitForFunction(() => {
      const image = document.querySelector<HTMLImageElement>('figure[data-provider="huggingface"] img');
      return image?.complete && image.naturalWidth > 0 && image.alt === 'A red fox in the snow';
    }, WAIT);
    await welcome.status(words('welcome_made'));
    expect(await findBarriers(page, LOOKS)).toEqual([]);
    expect(stage.lab.requestsTo('router.huggingface.co')).toHaveLength(1);
    await welcome.press(words('welcome_more'));
    await welcome.fill('Prompt', 'a boat');
    await welcome.press('Generate');
    await page.waitForSelector('img[alt="a boat"]', WAIT);
  });

  test('with Puter alone, and a failure that says why; the words stay', async () => {
    const welcome = await openWelcome();
    await welcome.press('Connect Puter');
    await welcome.shows(words('account_connected', 'oken'));
    stage.lab.answer({ host: 'api.puter.com' }, [
      { status: 402, json: { error: 'x', message: 'No credit', code: 'insufficient_funds' } },
    ]);
    await welcome.fill('Prompt', 'a lighthouse');
    await welcome.press('Generate');
    await welcome.alert(words('error_PAYMENT_REQUIRED', 'Puter'));
    const prompt = await welcome.find('textbox', 'Prompt');
    expect(await prompt.evaluate((field) => (field as HTMLTextAreaElement).value)).toBe('a lighthouse');
    expect(await findBarriers(welcome.page, LOOKS)).toEqual([]);
  });

  test('cancelled while it is made', async () => {
    await stage.connect({ puter: false });
    stage.lab.answer({ host: 'router.huggingface.co' }, ['hang']);
    const welcome = await openWelcome();
    await welcome.press('Generate');
    await stage.lab.waitForRequest(({ host }) => host === 'router.huggingface.co');
    await welcome.press('Cancel');
    await welcome.status(words('progress_cancelled'));
    await welcome.find('button', 'Generate');
  });
});
