import type { Page } from 'puppeteer-core';
import { describe, expect, test } from 'vitest';
import { type MessageName, requests } from '../../src/messages/requests.ts';
import { clearDatabase, databaseNames, spoilDatabase } from './support/databases.ts';
import type { Popup } from './support/popup.ts';
import { useStage } from './support/stage.ts';
import { readJobs, readStorage, writeStorage } from './support/storage.ts';
import { HF_TOKEN } from './support/tokens.ts';
import { words } from './support/words.ts';

const stage = useStage();
const GALLERY = 'understudy-gallery';
const ROUTER = 'router.huggingface.co';

/** What was asked of the router, oldest first. */
const asked = () => stage.lab.requestsTo(ROUTER).map(({ bodyText }) => JSON.parse(bodyText || '{}'));

async function paste({ page }: Popup, text: string): Promise<void> {
  const box = await page.waitForSelector('::-p-aria([name="Prompt"][role="textbox"])');
  await box?.focus();
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
    const popup = await stage.openPopup();
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
    const popup = await stage.openPopup();
    await paste(popup, long);
    await popup.alert(words('problem_PROMPT_TOO_LONG'));
    expect(await popup.text()).toContain(words('popup_prompt_counter', '10,000', '4,000'));
    await popup.press('Generate');
    await popup.alert(words('problem_PROMPT_TOO_LONG'));
    expect(await written(popup)).toBe(long);
    await popup.page.close();
    const again = await stage.openPopup();
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
      const popup = await stage.openPopup();
      await paste(popup, prompt);
      await popup.press('Generate');
      expect((await popup.picture()).alt).toBe(prompt);
      expect(asked()[0].prompt).toBe(sent);
    },
  );

  test('a model that is a page of the hub becomes its id; one that is some other URL is refused at its field', async () => {
    await stage.connect({ puter: false });
    const popup = await stage.openPopup();
    await popup.page.click('details > summary');
    const model = await popup.page.waitForSelector('::-p-aria([name="Model"][role="textbox"])', {
      visible: true,
    });
    await model?.focus();
    await popup.page.keyboard.sendCharacter('https://evil.example/steal?me');
    await popup.write('a boat');
    await popup.press('Generate');
    await popup.alert(words('problem_MODEL_INVALID'));
    expect(await model?.evaluate((input) => (input as HTMLInputElement).value)).toBe(
      'https://evil.example/steal?me',
    );
    expect(asked()).toEqual([]);

    await model?.click({ count: 3 });
    await popup.page.keyboard.sendCharacter('https://huggingface.co/Qwen/Qwen-Image/tree/main');
    await popup.page.keyboard.press('Tab');
    await popup.page.waitForFunction(() =>
      [...document.querySelectorAll('input')].some(({ value }) => value === 'Qwen/Qwen-Image'),
    );
    await popup.press('Generate');
    await popup.picture();
    expect(stage.lab.requestsTo(ROUTER)[0]?.path).toContain('qwen-image');
  });
});

/** Sends anything at all, and tells what came back; a rejection is told as one. */
function sendRaw(page: Page, message: unknown): Promise<unknown> {
  return page.evaluate(async (raw) => {
    try {
      return { reply: await chrome.runtime.sendMessage(raw) };
    } catch (thrown) {
      return { thrown: String(thrown) };
    }
  }, message as never);
}
declare const chrome: { runtime: { sendMessage(message: unknown): Promise<unknown> } };

describe('messages', () => {
  const names = Object.keys(requests) as MessageName[];
  /** The names that are asked with nothing. */
  const wordless = names.filter((name) => requests[name].safeParse({}).success);
  const huge = 'x'.repeat(100_000);
  const nonsense = {
    nothing: undefined,
    null: null,
    'a number': 42,
    'a list': [1, 2, 3],
    'wrong types': {
      request: 7,
      origin: [],
      jobId: {},
      patch: 'all',
      slot: 1,
      token: {},
      url: 3,
      id: null,
      ids: 'x',
    },
    'too much': { prototype: { a: 1 }, constructor: 'x', extra: true },
    'huge strings': {
      request: { prompt: huge, style: 'none' },
      origin: 'popup',
      jobId: huge,
      slot: `source:${huge}`,
      token: huge,
      url: huge,
      id: huge,
      query: huge,
      text: huge,
      path: huge,
    },
  };

  test('nonsense: every name refuses it, and none throws', async () => {
    const options = await stage.openOptions();
    for (const [what, payload] of Object.entries(nonsense)) {
      for (const name of names) {
        expect(await sendRaw(options.page, { name, payload }), `${name}, ${what}`).toEqual({
          reply: { ok: false, problem: { code: 'BAD_MESSAGE' } },
        });
      }
    }
    expect(await readStorage(options.page)).toEqual({});
    expect(stage.lab.log).toEqual([]);
  });

  test('{}: refused wherever something has to be said', async () => {
    const options = await stage.openOptions();
    for (const name of names.filter((one) => !wordless.includes(one))) {
      const answer = await sendRaw(options.page, { name, payload: {} });
      expect(answer, name).toEqual({ reply: { ok: false, problem: { code: 'BAD_MESSAGE' } } });
    }
    expect(wordless).toEqual(['hello', 'readSettings', 'connectPuter', 'cacheStats', 'clearCache']);
  });

  /** Well formed, but about nothing that is there, or far too long. */
  const UNKNOWN: [MessageName, object, string][] = [
    ['generate', { request: { prompt: huge, style: 'none' }, origin: 'popup' }, 'PROMPT_TOO_LONG'],
    ['generate', { request: { prompt: 'a', style: 'none', width: 1e9 }, origin: 'popup' }, 'SIZE_INVALID'],
    ['generate', { request: { prompt: 'a', style: 'none', seed: -1 }, origin: 'popup' }, 'SEED_INVALID'],
    ['cancel', { jobId: 'nobody' }, 'NO_SUCH_JOB'],
    ['cancel', { jobId: '__proto__' }, 'NO_SUCH_JOB'],
    ['dismiss', { jobId: 'nobody' }, 'NO_SUCH_JOB'],
    ['fetchPicture', { jobId: 'nobody' }, 'NO_SUCH_JOB'],
    ['keepPicture', { jobId: 'nobody' }, 'NO_SUCH_JOB'],
    ['updateSettings', { patch: { huggingface: { routeOrder: ['evil'] } } }, 'ROUTES_INVALID'],
    ['updateSettings', { patch: { huggingface: { apiUrl: 'javascript:alert(1)' } } }, 'API_URL_INVALID'],
    ['saveToken', { slot: 'source:__proto__', token: HF_TOKEN }, 'NO_SUCH_SOURCE'],
    ['saveToken', { slot: 'huggingface', token: huge }, 'TOKEN_MALFORMED'],
    ['probeSource', { url: 'file:///etc/passwd' }, 'SOURCE_URL_SCHEME'],
    ['testSource', { id: 'nobody' }, 'NO_SUCH_SOURCE'],
    ['removeSource', { id: 'nobody' }, 'NO_SUCH_SOURCE'],
    ['restoreSource', { id: 'nobody' }, 'NO_SUCH_SOURCE'],
    ['parseRepository', { text: 'not a repository at all' }, 'REPOSITORY_INVALID'],
  ];

  test('well formed, but about nothing that is there or far too much: refused by name', async () => {
    const options = await stage.openOptions();
    for (const [name, payload, code] of UNKNOWN) {
      const answer = await sendRaw(options.page, { name, payload });
      expect(answer, `${name} ${code}`).toMatchObject({ reply: { ok: false, problem: { code } } });
    }
    expect(await readStorage(options.page)).toEqual({});
  });

  test('no name, a strange one, or none of ours: nobody answers, and the next message is answered', async () => {
    const options = await stage.openOptions();
    for (const message of [
      null,
      'hello',
      7,
      [],
      {},
      { name: 'constructor' },
      { name: '__proto__' },
      { name: 1 },
    ]) {
      expect(await sendRaw(options.page, message)).not.toMatchObject({ reply: { ok: true } });
    }
    expect(await sendRaw(options.page, { name: 'hello', payload: {} })).toEqual({
      reply: { ok: true, value: null },
    });
  });

  test('a web page cannot speak to the extension at all', async () => {
    const page = await stage.chromium.browser.newPage();
    await page.goto('https://huggingface.co/settings/tokens');
    const answer = await page.evaluate(async (id) => {
      const runtime = (globalThis as { chrome?: { runtime?: { sendMessage?: (...sent: unknown[]) => unknown } } }).chrome?.runtime;
      if (runtime?.sendMessage === undefined) return 'no way to speak';
      return runtime.sendMessage(id, { name: 'readSettings', payload: {} });
    }, stage.chromium.extensionId);
    expect(answer).toBe('no way to speak');
  });

  test('the port of the chain: nonsense is a problem, not silence and not a crash', async () => {
    const options = await stage.openOptions();
    const events = await options.page.evaluate(
      (texts) =>
        Promise.all(
          texts.map(
            (text) =>
              new Promise((resolve) => {
                const api = chrome as unknown as { runtime: { connect(info: { name: string }): ChainPort } };
                interface ChainPort {
                  onMessage: { addListener(listener: (event: unknown) => void): void };
                  postMessage(message: unknown): void;
                }
                const port = api.runtime.connect({ name: 'ask-chain' });
                port.onMessage.addListener(resolve);
                port.postMessage(JSON.parse(text));
              }),
          ),
        ),
      [
        'null',
        '7',
        '{}',
        '{"repository":{"type":"model","id":3},"fresh":true}',
        '{"repository":null,"fresh":"x"}',
      ],
    );
    expect(events).toEqual(Array(5).fill({ kind: 'problem', problem: { code: 'BAD_MESSAGE' } }));
  });
});

describe('corrupt storage', () => {
  const job = (id: string, more: object) => ({
    [`job:${id}`]: {
      id,
      request: { prompt: `prompt of ${id}`, style: 'none' },
      origin: 'popup',
      status: 'failed',
      createdAt: 1,
      endedAt: 2,
      attempts: [],
      ...more,
    },
  });

  test.each([
    ['a string', 'garbage'],
    ['a list', [1, 2]],
    ['a number', 7],
  ])(
    'settings that are %s: defaults stand in, it is said, the tokens are still there, and what was is kept',
    async (_what, garbage) => {
      await stage.connect();
      const first = await stage.openOptions();
      await writeStorage(first.page, { settings: garbage });
      await first.page.close();
      const options = await stage.openOptions();
      await options.says(words('options_repaired'));
      await options.says(words('token_saved', '6789'), 'huggingface');
      await options.says(words('token_saved', '6789'), 'puter');
      await options.paste('Time-out in seconds', '40', 'huggingface');
      await options.leave();
      await options.says(words('options_saved'), 'huggingface');
      expect(await readStorage(options.page)).toMatchObject({
        'settings:rescued': garbage,
        settings: { huggingface: { timeoutMs: 40_000 } },
      });
      const popup = await stage.openPopup();
      await popup.generate('a boat');
      await popup.picture();
    },
  );

  test('one bad value among settings costs that value alone', async () => {
    await stage.connect();
    const first = await stage.openOptions();
    await writeStorage(first.page, {
      settings: {
        version: 9,
        first: 'puter',
        huggingface: { model: 'https://evil.example', timeoutMs: 'soon', routeOrder: { a: 1 } },
        puter: { timeoutMs: 45_000 },
        sources: [{ id: 'huggingface', name: 'Hub', url: 'javascript:1' }, 7, null],
      },
    });
    await first.page.reload();
    await first.says(words('options_order_both_puter'), 'order');
    expect(await first.valueOf('Time-out in seconds', 'puter')).toBe('45');
    expect(await first.valueOf('Time-out in seconds', 'huggingface')).toBe('30');
    expect(await first.valueOf('Model', 'huggingface')).toBe('black-forest-labs/FLUX.1-schnell');
  });

  test.each([
    ['null', null],
    ['a string', 'garbage'],
    ['a record of nonsense', { huggingface: 7, puter: { token: 3 }, 'source:x': [] }],
  ])('secrets that are %s: the welcome, no error, and a token can be saved', async (_what, garbage) => {
    const options = await stage.openOptions();
    await writeStorage(options.page, { secrets: garbage });
    const popup = await stage.openPopup();
    await popup.button('Connect Hugging Face');
    expect(await popup.page.$('[role="alert"]')).toBeNull();
    await options.page.bringToFront();
    await options.page.reload();
    await options.paste('Hugging Face token', HF_TOKEN);
    await options.page.keyboard.press('Enter');
    await options.says(words('token_saved', '6789'), 'huggingface');
  });

  test('one secret that cannot be read leaves the others', async () => {
    await stage.connect();
    const options = await stage.openOptions();
    const { secrets } = (await readStorage(options.page)) as { secrets: object };
    await writeStorage(options.page, { secrets: { ...secrets, puter: 'garbage' } });
    await options.page.reload();
    await options.says(words('token_saved', '6789'), 'huggingface');
    await options.find('button', 'Connect Puter');
  });

  test('job records with wrong types are passed over; the ones that can be read are shown', async () => {
    await stage.connect();
    const options = await stage.openOptions();
    await writeStorage(options.page, {
      'job:a': 'garbage',
      'job:b': null,
      'job:c': { id: 'c' },
      ...job('d', { request: { prompt: 7, style: 'none' } }),
      ...job('e', { status: 'flying' }),
      ...job('f', { attempts: [{ provider: 'nobody' }] }),
      ...job('g', { createdAt: 'yesterday' }),
      'job:h': job('other-id', {})['job:other-id'],
      ...job('good', { createdAt: 5, status: 'interrupted' }),
    });
    await stage.chromium.killWorker();
    const popup = await stage.openPopup();
    await popup.alert(words('error_interrupted'));
    await popup.press('Retry');
    expect((await popup.picture()).alt).toBe('prompt of good');
  });

  test('records of jobs that claim to run, with odd insides, end; none runs for ever', async () => {
    await stage.connect();
    const options = await stage.openOptions();
    await writeStorage(options.page, {
      ...job('running', { status: 'running', createdAt: Date.now(), attempts: [] }),
    });
    await stage.chromium.killWorker();
    const popup = await stage.openPopup();
    await popup.page.waitForFunction(
      () => !document.querySelector('button[aria-keyshortcuts="Escape"]') && document.querySelector('.stage'),
    );
    await options.page.waitForFunction(
      async () => {
        const stored = await (
          chrome as unknown as { storage: { local: { get(key: string): Promise<Stored> } } }
        ).storage.local.get('job:running');
        interface Stored {
          'job:running': { status: string };
        }
        return stored['job:running'].status !== 'running';
      },
      { polling: 100 },
    );
  });

  test.each([
    ['a string', 'garbage'],
    ['null', null],
    ['wrong types', { prompt: 7, style: 'cubism', shape: {}, seed: 12, model: ['x'], negativePrompt: null }],
  ])('a draft that is %s: an empty one, and typing is kept again', async (_what, garbage) => {
    await stage.connect();
    const options = await stage.openOptions();
    await writeStorage(options.page, { 'popup:draft': garbage });
    const popup = await stage.openPopup();
    await popup.generate('a boat');
    await popup.picture();
    await popup.page.reload();
    await popup.page.waitForFunction(() => document.querySelector('textarea')?.value === 'a boat');
  });

  test('a draft with one bad field keeps the others', async () => {
    await stage.connect();
    const options = await stage.openOptions();
    await writeStorage(options.page, { 'popup:draft': { prompt: 'kept', style: 'cubism', seed: '12' } });
    const popup = await stage.openPopup();
    await popup.page.waitForFunction(() => document.querySelector('textarea')?.value === 'kept');
    expect(await popup.text()).toContain('12');
  });

  test('databases with broken records: the picture is made, and an earlier one that is gone is said', async () => {
    await stage.connect();
    const popup = await stage.openPopup();
    await popup.generate('the first');
    await popup.picture();
    for (const name of await databaseNames(popup.page)) {
      await (name === GALLERY ? clearDatabase : spoilDatabase)(popup.page, name);
    }
    await popup.page.reload();
    await popup.alert(words('popup_picture_missing'));
    await popup.generate('the second');
    await popup.page.waitForSelector('figure img[alt="the second"]');
    await popup.page.reload();
    await popup.page.waitForSelector('figure img[alt="the second"]');
  });

  test('a gallery record without sense shows a sentence, not an empty popup', async () => {
    await stage.connect();
    const popup = await stage.openPopup();
    await popup.generate('the first');
    await popup.picture();
    await spoilDatabase(popup.page, GALLERY);
    await popup.page.reload();
    const alert = await popup.alert();
    expect(alert).toContain(words('popup_picture_missing'));
    await popup.generate('the second');
    await popup.page.waitForSelector('figure img[alt="the second"]');
  });
});
