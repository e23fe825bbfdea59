import { describe, expect, test } from 'vitest';
import { send } from './support/messages.ts';
import { driveOptions, type OptionsPage } from './support/options.ts';
import { byName, WAIT } from './support/page.ts';
import { useStage } from './support/stage.ts';
import { readStorage } from './support/storage.ts';
import { HF_TOKEN, PUTER_TOKEN } from './support/tokens.ts';
import { words } from './support/words.ts';

const ROUTER = 'router.huggingface.co';
const PUTER = 'api.puter.com';
const ENDPOINT = 'endpoint.lab.example';
const OTHER_ENDPOINT = 'other-endpoint.lab.example';
const ENDPOINT_TOKEN = 'endpoint-token-0123456789';

const stage = useStage();

const secrets = async ({ page }: OptionsPage) =>
  ((await readStorage(page)).secrets ?? {}) as Record<string, { token: string; verdict: string }>;

async function saveToken(options: OptionsPage, field: string, pasted: string): Promise<void> {
  await options.paste(field, pasted);
  await options.page.keyboard.press('Enter');
}

async function saveApiUrl(options: OptionsPage, url: string): Promise<void> {
  await options.goTo('Advanced');
  await options.paste('Own API URL', url);
  await options.press('Save API URL');
}

test('an address that changes while the page is drawn for the first time is followed', async () => {
  const { page } = await stage.openOptions();
  await page.evaluateOnNewDocument(() => {
    const observer = new MutationObserver(() => {
      if (document.querySelector('main') === null) return;
      observer.disconnect();
      location.hash = '#pictures';
    });
    observer.observe(document, { subtree: true, childList: true });
  });
  await page.reload();
  await driveOptions(page).find('heading', 'Pictures');
});

describe('the Hugging Face token', () => {
  test('pasted with spaces and "Bearer ": saved clean, its account named, its end shown and no more', async () => {
    const options = await stage.openOptions();
    await saveToken(options, 'Hugging Face token', `   Bearer ${HF_TOKEN} `);
    await options.says(words('account_connected_as', 'someuser', '6789'), 'huggingface');
    expect((await secrets(options)).huggingface).toMatchObject({ token: HF_TOKEN, verdict: 'valid' });
    expect(
      stage.lab.requestsTo('huggingface.co', 'whoami-v2').map(({ headers }) => headers.authorization),
    ).toEqual([`Bearer ${HF_TOKEN}`]);
    expect(await options.everything()).not.toContain(HF_TOKEN);
    expect(await options.page.$('input[type="password"][placeholder^="hf_"]')).toBeNull();
    await options.page.reload();
    await options.says(words('account_connected_as', 'someuser', '6789'), 'huggingface');
    expect(await options.everything()).not.toContain(HF_TOKEN);
    expect(JSON.stringify(await send(options.page, 'readSettings', {}))).not.toContain(HF_TOKEN);
  });

  test('without the inference permission: said, with the way to a better one', async () => {
    const options = await stage.openOptions();
    await saveToken(options, 'Hugging Face token', 'hf_LabNoInference0123456789');
    await options.says(words('token_lacks_permission', 'Hugging Face'), 'huggingface');
    const links = await options.page.$$eval('section#huggingface a', (all) => all.map(({ href }) => href));
    expect(links.some((href) => href.includes('ownUserPermissions=inference.serverless.write'))).toBe(true);
  });

  test('that is not accepted: said, and kept to be replaced', async () => {
    const options = await stage.openOptions();
    await saveToken(options, 'Hugging Face token', 'hf_LabInvalid0123456789');
    await options.says(words('token_invalid', 'Hugging Face'), 'huggingface');
    expect((await secrets(options)).huggingface?.verdict).toBe('invalid');
  });

  test('that cannot be checked now: saved all the same', async () => {
    stage.lab.answer({ host: 'huggingface.co', path: '/api/whoami-v2' }, [{ status: 503, text: 'busy' }]);
    const options = await stage.openOptions();
    await saveToken(options, 'Hugging Face token', HF_TOKEN);
    await options.says(words('account_unchecked', '6789'), 'huggingface');
    expect((await secrets(options)).huggingface?.token).toBe(HF_TOKEN);
  });

  test.each([
    ['nothing', '   ', words('problem_TOKEN_EMPTY')],
    ['a sentence', 'my token is hf_abc', words('problem_TOKEN_MALFORMED')],
  ])('%s is not saved, and what was typed stays', async (_what, pasted, sentence) => {
    const options = await stage.openOptions();
    await saveToken(options, 'Hugging Face token', pasted);
    await options.says(sentence, 'huggingface');
    expect(await options.valueOf('Hugging Face token')).toBe(pasted);
    expect(await secrets(options)).toEqual({});
  });

  test('replaced by another; until then the saved one stays', async () => {
    await stage.connect({ puter: false });
    const options = await stage.openOptions();
    await options.manage('Hugging Face');
    expect(await options.valueOf('Hugging Face token')).toBe('');
    await saveToken(options, 'Hugging Face token', 'two words');
    await options.says(words('problem_TOKEN_MALFORMED'), 'huggingface');
    expect((await secrets(options)).huggingface?.token).toBe(HF_TOKEN);
    await saveToken(options, 'Hugging Face token', 'hf_LabSecondToken000009876');
    await options.says(words('account_connected_as', 'someuser', '9876'), 'huggingface');
    expect((await secrets(options)).huggingface?.token).toBe('hf_LabSecondToken000009876');
  });

  test('disconnected after a question, and then told where it is deleted; Escape and "Keep it" keep it', async () => {
    await stage.connect();
    const options = await stage.openOptions();
    await options.manage('Hugging Face');
    await options.press('Disconnect', 'huggingface');
    await options.press('Keep it', 'huggingface');
    await options.press('Disconnect', 'huggingface');
    const question = words('account_disconnect_question_huggingface', 'Hugging Face');
    await options.says(question, 'huggingface');
    await options.page.keyboard.press('Escape');
    expect((await secrets(options)).huggingface?.token).toBe(HF_TOKEN);
    await options.press('Disconnect', 'huggingface');
    // Enter keeps the token: the first button never does what cannot be undone.
    await options.says(question, 'huggingface');
    await options.page.keyboard.press('Enter');
    expect((await secrets(options)).huggingface?.token).toBe(HF_TOKEN);
    await options.press('Disconnect', 'huggingface');
    await options.press('Disconnect Hugging Face', 'huggingface');
    await options.says(words('account_revoke_huggingface'), 'huggingface');
    const links = await options.page.$$eval('section#huggingface a', (all) => all.map(({ href }) => href));
    expect(links).toContain('https://huggingface.co/settings/tokens');
    await options.find('textbox', 'Hugging Face token');
    expect(Object.keys(await secrets(options))).toEqual(['puter']);
  });

  test('pasted from the clipboard: saved at once, and the way on has the focus', async () => {
    const options = await stage.openOptions();
    await (await options.find('textbox', 'Hugging Face token')).focus();
    await options.page.evaluate((token) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', ` ${token}\n`);
      const paste = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
      document.activeElement?.dispatchEvent(paste);
    }, HF_TOKEN);
    await options.says(words('account_connected_as', 'someuser', '6789'), 'huggingface');
    expect((await secrets(options)).huggingface?.token).toBe(HF_TOKEN);
    await options.page.waitForFunction(
      (text) => (document.activeElement as HTMLElement | null)?.innerText === text,
      WAIT,
      words('account_make_picture'),
    );
  });
});

describe('Puter', () => {
  test('connected through its sign-in: the token it hands out is used, and shown by its end', async () => {
    const options = await stage.openOptions();
    await options.press('Connect Puter', 'puter');
    await options.says(words('account_connected', 'oken'), 'puter');
    expect((await secrets(options)).puter?.token).toBe(stage.lab.puter.token);
    expect(await options.everything()).not.toContain(stage.lab.puter.token);
    const popup = await stage.openPopup();
    await popup.generate('a boat');
    expect((await popup.picture()).provider).toBe('puter');
    expect(JSON.parse(stage.lab.requestsTo(PUTER, '/drivers/call')[0]?.bodyText ?? '{}').auth_token).toBe(
      stage.lab.puter.token,
    );
    expect(stage.lab.violations).toEqual([]);
    // What Chromium lets out of its own accord (SECURITY.md): once, encrypted, to the address it is to catch.
    const address = `GET https://${stage.chromium.extensionId}.chromiumapp.org`;
    expect([[], [address]]).toContainEqual(stage.lab.strayedSignIns);
  });

  test('refused at its sign-in: a sentence, nothing saved, and another try works', async () => {
    stage.lab.puter.signIn = 'refuse';
    const options = await stage.openOptions();
    await options.press('Connect Puter', 'puter');
    await options.says(words('problem_SIGN_IN_FAILED'), 'puter');
    expect(await secrets(options)).toEqual({});
    stage.lab.puter.signIn = 'allow';
    await options.press('Connect Puter', 'puter');
    await options.says(words('account_connected', 'oken'), 'puter');
  });

  test('the sign-in window closed: a sentence, nothing saved', async () => {
    stage.lab.puter.signIn = 'ask';
    const options = await stage.openOptions();
    await options.press('Connect Puter', 'puter');
    await options.find('button', words('options_puter_waiting'), 'puter');
    const signIn = await stage.chromium.browser.waitForTarget((target) =>
      target.url().startsWith('https://puter.com/'),
    );
    await (await signIn.asPage()).close();
    await options.says(words('problem_SIGN_IN_CANCELLED'), 'puter');
    expect(await secrets(options)).toEqual({});
  });

  test('a pasted token is used as it is, and Puter is asked nothing before the first picture', async () => {
    const options = await stage.openOptions();
    await saveToken(options, 'Puter token', ` "${PUTER_TOKEN}" `);
    await options.says(words('account_connected', '6789'), 'puter');
    expect((await secrets(options)).puter?.token).toBe(PUTER_TOKEN);
    expect(stage.lab.log).toEqual([]);
  });
});

describe('where links lead', () => {
  test.each([
    ['', 'Accounts', ''],
    ['#accounts', 'Accounts', ''],
    ['#pictures', 'Pictures', ''],
    ['#backup', 'Backup', ''],
    ['#hubs', 'Hubs', ''],
    ['#advanced', 'Advanced', ''],
    ['#about', 'About', ''],
    ['#toolbar', 'Pictures', ''],
    ['#sources', 'Hubs', ''],
    ['#chain', 'Hubs', ''],
    ['#huggingface', 'Accounts', 'Hugging Face token'],
    ['#puter', 'Accounts', 'Puter token'],
    ['#nonsense', 'Accounts', ''],
  ])('%s: to %s, and an account to its token field', async (hash, panel, focused) => {
    const page = await stage.chromium.openPage(`/options.html${hash}`);
    const options = driveOptions(page);
    await options.find('heading', panel);
    const current = await options.find('link', panel);
    expect(await current.evaluate((link) => link.getAttribute('aria-current'))).toBe('page');
    expect(await page.$$eval('.panel:not([hidden])', (panels) => panels.length)).toBe(1);
    const active = () =>
      page.evaluate(() => (document.activeElement as HTMLInputElement | null)?.labels?.[0]?.innerText ?? '');
    await expect.poll(active).toBe(focused);
  });

  test('in a narrow window a select leads there; what was typed before is still there on the way back', async () => {
    const page = await stage.chromium.openPage('/options.html');
    await page.setViewport({ width: 400, height: 600 });
    const options = driveOptions(page);
    await options.paste('Puter token', 'half a tok');
    await (await options.find('combobox', 'Section')).select('hubs');
    await options.find('heading', 'Hubs');
    expect(await page.evaluate(() => (document.activeElement as HTMLElement).innerText)).toBe('Hubs');
    await page.goBack();
    expect(await options.valueOf('Puter token')).toBe('half a tok');
  });
});

describe('model and time-out', () => {
  test('a changed model is asked for, by each service its own', async () => {
    await stage.connect();
    stage.lab.answer({ host: ROUTER }, [{ status: 503, json: { error: 'busy' } }]);
    const options = await stage.openOptions();
    await options.goTo('Pictures');
    await options.paste('Model at Hugging Face', 'stabilityai/stable-diffusion-xl-base-1.0');
    await options.page.keyboard.press('Enter');
    await options.saved('Model at Hugging Face');
    await options.paste('Model at Puter', 'gpt-image-1-mini');
    await options.leave();
    await options.saved('Model at Puter');
    const popup = await stage.openPopup();
    await popup.generate('a boat');
    expect((await popup.picture()).provider).toBe('puter');
    expect(JSON.parse(stage.lab.requestsTo(ROUTER)[0]?.bodyText ?? '{}').model).toBe(
      'stabilityai/stable-diffusion-xl-base-1.0',
    );
    expect(JSON.parse(stage.lab.requestsTo(PUTER, '/drivers/call')[0]?.bodyText ?? '{}').args.model).toBe(
      'gpt-image-1-mini',
    );
  });

  test.each([
    [
      'Pictures',
      'Model at',
      'https://huggingface.co/black-forest-labs/FLUX.1-dev',
      words('problem_MODEL_INVALID'),
    ],
    ['Advanced', 'may take', '4', words('options_number', 5, 300)],
    ['Advanced', 'may take', '301', words('options_number', 5, 300)],
    ['Advanced', 'may take', 'half a minute', words('options_number', 5, 300)],
  ])(
    '%s, %s: "%s" is refused, stays as it was typed, and is said why',
    async (panel, part, typed, sentence) => {
      const options = await stage.openOptions();
      await options.goTo(panel);
      const stored = async () => {
        const reply = await send(options.page, 'readSettings', {});
        return reply.ok && { ...reply.value, read: undefined };
      };
      const before = await stored();
      for (const service of ['Hugging Face', 'Puter']) {
        const field = part === 'Model at' ? `${part} ${service}` : `${service} ${part}`;
        await options.paste(field, typed);
        await options.leave();
        await options.errorAt(field, sentence);
        expect(await options.valueOf(field)).toBe(typed);
      }
      expect(await stored()).toEqual(before);
    },
  );

  test('a model that nobody has is found out as it is typed, not after paying; it can be set all the same', async () => {
    await stage.connect();
    const options = await stage.openOptions();
    await options.goTo('Pictures');
    await options.paste('Model at Hugging Face', 'nobody/has-this');
    await options.page.keyboard.press('Enter');
    await options.errorAt('Model at Hugging Face', words('problem_MODEL_UNKNOWN', 'nobody/has-this'));
    const model = async () => {
      const reply = await send(options.page, 'readSettings', {});
      return reply.ok && reply.value.huggingface.model;
    };
    expect(await model()).toBe('black-forest-labs/FLUX.1-schnell');
    await options.press(words('options_model_insist'));
    await expect.poll(model).toBe('nobody/has-this');
    expect(stage.lab.requestsTo(ROUTER)).toEqual([]);
    expect(stage.lab.requestsTo(PUTER)).toEqual([]);
  });

  test('a time-out in its limits is kept', async () => {
    const options = await stage.openOptions();
    await options.goTo('Advanced');
    await options.paste('Hugging Face may take', '7,5');
    await options.leave();
    await options.saved('Hugging Face may take');
    await options.page.reload();
    expect(await options.valueOf('Hugging Face may take')).toBe('7.5');
  });
});

describe('the own API URL', () => {
  test('is asked with its own token and with no other; at another origin, with none', async () => {
    await stage.connect();
    for (const host of [ENDPOINT, OTHER_ENDPOINT]) stage.lab.answer({ host }, ['picture']);
    const options = await stage.openOptions();
    await saveApiUrl(options, `https://${ENDPOINT}/generate`);
    await saveToken(options, 'Token for this API URL', ENDPOINT_TOKEN);
    await options.says(words('token_saved', '6789'), 'endpoint');
    const popup = await stage.openPopup();
    await popup.generate('a boat');
    expect((await popup.picture()).provider).toBe('huggingface');
    expect(stage.lab.requestsTo(ENDPOINT).map(({ headers }) => headers.authorization)).toEqual([
      `Bearer ${ENDPOINT_TOKEN}`,
    ]);
    expect(stage.lab.requestsTo(ROUTER)).toEqual([]);

    await options.page.bringToFront();
    await saveApiUrl(options, `https://${OTHER_ENDPOINT}/generate`);
    // The old token does not belong to the new address: the field for one is empty again.
    await options.find('textbox', 'Token for this API URL');
    await options.says(words('options_api_url_token_removed', ENDPOINT), 'endpoint');
    expect(JSON.stringify(await readStorage(options.page))).not.toContain(ENDPOINT_TOKEN);
    await popup.page.bringToFront();
    await popup.generate('a second boat');
    await popup.page.waitForSelector('img[alt="a second boat"]');
    expect(stage.lab.requestsTo(OTHER_ENDPOINT).map(({ headers }) => headers.authorization)).toEqual([
      undefined,
    ]);
    expect(stage.lab.violations).toEqual([]);
  });

  test.each([
    ['http://somewhere.example/', words('problem_API_URL_INVALID')],
    ['my endpoint', words('problem_API_URL_INVALID')],
  ])('"%s" is refused, stays as it was typed, and is said why', async (typed, sentence) => {
    const options = await stage.openOptions();
    await saveApiUrl(options, typed);
    await options.says(sentence, 'endpoint');
    expect(await options.valueOf('Own API URL')).toBe(typed);
  });

  test('whose origin the user does not allow is not saved, and stays as it was typed', async () => {
    const page = await stage.chromium.openPage('/options.html', { permissions: 'refused' });
    const options = driveOptions(page);
    await saveApiUrl(options, 'https://not-allowed.lab.example/generate');
    await options.says(words('options_permission_refused', 'not-allowed.lab.example'), 'endpoint');
    expect(await options.valueOf('Own API URL')).toBe('https://not-allowed.lab.example/generate');
    expect((await readStorage(page)).settings).toBeUndefined();
  });
});

describe('who is asked', () => {
  const service = (name: string) => byName('listitem', name);
  const names = (options: OptionsPage) =>
    options.page.$$eval('ol[aria-label="Services"] bdi', (all) => all.map(({ textContent }) => textContent));

  test('Puter first', async () => {
    await stage.connect();
    const options = await stage.openOptions();
    await options.pressIn(service('Puter'), 'Move up');
    await options.says(words('options_order_both_puter'), 'order');
    expect(await names(options)).toEqual(['Puter', 'Hugging Face']);
    const popup = await stage.openPopup();
    await popup.generate('a boat');
    expect((await popup.picture()).provider).toBe('puter');
    expect(stage.lab.requestsTo(ROUTER)).toEqual([]);
    await options.page.bringToFront();
    await options.pressIn(service('Puter'), 'Move down');
    await options.says(words('options_order_both_huggingface'), 'order');
    await options.page.reload();
    await options.says(words('options_order_both_huggingface'), 'order');
    expect(await names(options)).toEqual(['Hugging Face', 'Puter']);
  });

  test.each([
    ['Hugging Face', 'puter', ROUTER],
    ['Puter', 'huggingface', PUTER],
  ])('%s switched off: the other is alone', async (name, alone, quiet) => {
    await stage.connect();
    const options = await stage.openOptions();
    await options.toggleIn(service(name), 'Enabled');
    await options.says(words(`options_order_alone_${alone}_off`), 'order');
    const popup = await stage.openPopup();
    await popup.generate('a boat');
    expect((await popup.picture()).provider).toBe(alone);
    expect(stage.lab.requestsTo(quiet)).toEqual([]);
  });

  test('both switched off: nobody is asked, and it is said what to do', async () => {
    await stage.connect();
    const options = await stage.openOptions();
    for (const name of ['Hugging Face', 'Puter']) await options.toggleIn(service(name), 'Enabled');
    await options.says(words('options_order_nobody'), 'order');
    const popup = await stage.openPopup();
    await popup.generate('a boat');
    await popup.button('Connect Hugging Face');
    expect(stage.lab.requestsTo(ROUTER)).toEqual([]);
    expect(stage.lab.requestsTo(PUTER)).toEqual([]);
  });

  test('the route that stands first is the one the router sees first', async () => {
    await stage.connect();
    const options = await stage.openOptions();
    await options.goTo('Advanced');
    const routes = () =>
      options.page.$$eval('section#routes ol li', (all) =>
        all.map((one) => one.innerText.replace(/\s+/g, ' ').trim()),
      );
    const nscaleFirst = [expect.stringContaining('nscale'), expect.stringContaining('fal-ai')];
    await expect.poll(async () => (await routes()).slice(0, 2)).toEqual(nscaleFirst);
    await options.pressIn('section#routes ol li:nth-child(2)', 'Move up');
    await options.page.waitForFunction(() =>
      document.querySelector<HTMLElement>('section#routes ol li')?.innerText.includes('fal-ai'),
    );
    // The page shows an order before it is stored.
    await options.says('Saved', 'routes');
    const popup = await stage.openPopup();
    await popup.generate('a boat');
    await popup.picture();
    expect(stage.lab.requestsTo(ROUTER)[0]?.path).toMatch(/^\/fal-ai\//);
    expect(stage.lab.requestsTo(ROUTER, '/nscale')).toEqual([]);
  });
});
