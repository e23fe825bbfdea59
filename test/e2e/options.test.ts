import { describe, expect, test } from 'vitest';
import { send } from './support/messages.ts';
import { driveOptions, type OptionsPage } from './support/options.ts';
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
  await options.unfold('huggingface');
  await options.paste('Own API URL', url);
  await options.press('Save API URL');
}

describe('the Hugging Face token', () => {
  test('pasted with spaces and "Bearer ": saved clean, its account named, its end shown and no more', async () => {
    const options = await stage.openOptions();
    await saveToken(options, 'Hugging Face token', `   Bearer ${HF_TOKEN} `);
    await options.says(words('token_saved', '6789'), 'huggingface');
    await options.says(words('token_valid_account', 'someuser'), 'huggingface');
    expect((await secrets(options)).huggingface).toMatchObject({ token: HF_TOKEN, verdict: 'valid' });
    expect(
      stage.lab.requestsTo('huggingface.co', 'whoami-v2').map(({ headers }) => headers.authorization),
    ).toEqual([`Bearer ${HF_TOKEN}`]);
    expect(await options.everything()).not.toContain(HF_TOKEN);
    expect(await options.page.$('input[type="password"][placeholder^="hf_"]')).toBeNull();
    await options.page.reload();
    await options.says(words('token_saved', '6789'), 'huggingface');
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
    await options.says(words('token_unchecked', 'Hugging Face'), 'huggingface');
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
    await options.press('Replace', 'huggingface');
    expect(await options.valueOf('Hugging Face token')).toBe('');
    await options.press('Cancel', 'huggingface');
    await options.says(words('token_saved', '6789'), 'huggingface');
    await options.press('Replace', 'huggingface');
    await saveToken(options, 'Hugging Face token', 'hf_LabSecondToken000009876');
    await options.says(words('token_saved', '9876'), 'huggingface');
    expect((await secrets(options)).huggingface?.token).toBe('hf_LabSecondToken000009876');
  });

  test('removed after a question; Escape and "Keep it" keep it', async () => {
    await stage.connect();
    const options = await stage.openOptions();
    await options.press('Remove', 'huggingface');
    await options.press('Keep it', 'huggingface');
    await options.press('Remove', 'huggingface');
    await options.says(words('token_remove_question'), 'huggingface');
    await options.page.keyboard.press('Escape');
    expect((await secrets(options)).huggingface?.token).toBe(HF_TOKEN);
    await options.press('Remove', 'huggingface');
    // Pressing on keeps it: what cannot be undone is never the first answer.
    await options.says(words('token_remove_question'), 'huggingface');
    await options.page.keyboard.press('Enter');
    expect((await secrets(options)).huggingface?.token).toBe(HF_TOKEN);
    await options.press('Remove', 'huggingface');
    await options.press('Remove token', 'huggingface');
    await options.find('textbox', 'Hugging Face token');
    expect(Object.keys(await secrets(options))).toEqual(['puter']);
  });
});

describe('Puter', () => {
  test('connected through its sign-in: the token it hands out is used, and shown by its end', async () => {
    const options = await stage.openOptions();
    await options.press('Connect Puter', 'puter');
    await options.says(words('token_saved', 'oken'), 'puter');
    expect((await secrets(options)).puter?.token).toBe(stage.lab.puter.token);
    expect(await options.everything()).not.toContain(stage.lab.puter.token);
    const popup = await stage.openPopup();
    await popup.generate('a boat');
    expect((await popup.picture()).provider).toBe('puter');
    expect(JSON.parse(stage.lab.requestsTo(PUTER)[0]?.bodyText ?? '{}').auth_token).toBe(
      stage.lab.puter.token,
    );
    expect(stage.lab.violations).toEqual([]);
  });

  test('refused at its sign-in: a sentence, nothing saved, and another try works', async () => {
    stage.lab.puter.signIn = 'refuse';
    const options = await stage.openOptions();
    await options.press('Connect Puter', 'puter');
    await options.says(words('problem_SIGN_IN_FAILED'), 'puter');
    expect(await secrets(options)).toEqual({});
    stage.lab.puter.signIn = 'allow';
    await options.press('Connect Puter', 'puter');
    await options.says(words('token_saved', 'oken'), 'puter');
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
    await options.says(words('token_saved', '6789'), 'puter');
    expect((await secrets(options)).puter?.token).toBe(PUTER_TOKEN);
    expect(stage.lab.log).toEqual([]);
  });
});

describe('model and time-out', () => {
  test('a changed model is asked for, by each service its own', async () => {
    await stage.connect();
    stage.lab.answer({ host: ROUTER }, [{ status: 503, json: { error: 'busy' } }]);
    const options = await stage.openOptions();
    await options.paste('Model', 'stabilityai/stable-diffusion-xl-base-1.0', 'huggingface');
    await options.page.keyboard.press('Enter');
    await options.says('Saved', 'huggingface');
    await options.paste('Model', 'gpt-image-1-mini', 'puter');
    await options.leave();
    await options.says('Saved', 'puter');
    const popup = await stage.openPopup();
    await popup.generate('a boat');
    expect((await popup.picture()).provider).toBe('puter');
    expect(JSON.parse(stage.lab.requestsTo(ROUTER)[0]?.bodyText ?? '{}').model).toBe(
      'stabilityai/stable-diffusion-xl-base-1.0',
    );
    expect(JSON.parse(stage.lab.requestsTo(PUTER)[0]?.bodyText ?? '{}').args.model).toBe('gpt-image-1-mini');
  });

  test.each([
    ['Model', 'https://huggingface.co/black-forest-labs/FLUX.1-dev', words('problem_MODEL_INVALID')],
    ['Time-out in seconds', '4', words('options_number', 5, 300)],
    ['Time-out in seconds', '301', words('options_number', 5, 300)],
    ['Time-out in seconds', 'half a minute', words('options_number', 5, 300)],
  ])('%s "%s" is refused, stays as it was typed, and is said why', async (field, typed, sentence) => {
    const options = await stage.openOptions();
    const stored = async () => {
      const reply = await send(options.page, 'readSettings', {});
      return reply.ok && { ...reply.value, read: undefined };
    };
    const before = await stored();
    for (const section of ['huggingface', 'puter']) {
      await options.paste(field, typed, section);
      await options.leave();
      await options.says(sentence, section);
      expect(await options.valueOf(field, section)).toBe(typed);
    }
    expect(await stored()).toEqual(before);
  });

  test('a time-out in its limits is kept', async () => {
    const options = await stage.openOptions();
    await options.paste('Time-out in seconds', '7,5', 'huggingface');
    await options.leave();
    await options.says('Saved', 'huggingface');
    await options.page.reload();
    expect(await options.valueOf('Time-out in seconds', 'huggingface')).toBe('7.5');
  });
});

describe('the own API URL', () => {
  test('is asked with its own token and with no other; at another origin, with none', async () => {
    await stage.connect();
    for (const host of [ENDPOINT, OTHER_ENDPOINT]) stage.lab.answer({ host }, ['picture']);
    const options = await stage.openOptions();
    await saveApiUrl(options, `https://${ENDPOINT}/generate`);
    await saveToken(options, 'Token for this API URL', ENDPOINT_TOKEN);
    await options.says(words('token_saved', '6789'), 'huggingface');
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
    await options.says(words('options_api_url_token_removed', ENDPOINT), 'huggingface');
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
    await options.says(sentence, 'huggingface');
    expect(await options.valueOf('Own API URL')).toBe(typed);
  });

  test('whose origin the user does not allow is not saved, and stays as it was typed', async () => {
    const page = await stage.chromium.openPage('/options.html', { permissions: 'refused' });
    const options = driveOptions(page);
    await saveApiUrl(options, 'https://not-allowed.lab.example/generate');
    await options.says(words('options_permission_refused', 'not-allowed.lab.example'), 'huggingface');
    expect(await options.valueOf('Own API URL')).toBe('https://not-allowed.lab.example/generate');
    expect((await readStorage(page)).settings).toBeUndefined();
  });
});

describe('who is asked', () => {
  test('Puter first', async () => {
    await stage.connect();
    const options = await stage.openOptions();
    await (
      await options.find('radio', `${words('options_order_puter')} ${words('options_order_puter_then')}`)
    ).click();
    await options.says(words('options_order_both_puter'), 'order');
    const popup = await stage.openPopup();
    await popup.generate('a boat');
    expect((await popup.picture()).provider).toBe('puter');
    expect(stage.lab.requestsTo(ROUTER)).toEqual([]);
  });

  test.each([
    ['Hugging Face', 'huggingface', 'puter', ROUTER],
    ['Puter', 'puter', 'huggingface', PUTER],
  ])('%s switched off: the other is alone', async (name, section, alone, quiet) => {
    await stage.connect();
    const options = await stage.openOptions();
    await (await options.find('switch', `Use ${name}`, section)).click();
    await options.says(words(`options_order_alone_${alone}_off`), 'order');
    const popup = await stage.openPopup();
    await popup.generate('a boat');
    expect((await popup.picture()).provider).toBe(alone);
    expect(stage.lab.requestsTo(quiet)).toEqual([]);
  });

  test('both switched off: nobody is asked, and it is said what to do', async () => {
    await stage.connect();
    const options = await stage.openOptions();
    for (const name of ['Hugging Face', 'Puter']) await (await options.find('switch', `Use ${name}`)).click();
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
    await options.unfold('huggingface');
    const routes = () =>
      options.page.$$eval('section#huggingface ol li', (all) =>
        all.map((one) => one.innerText.replace(/\s+/g, ' ').trim()),
      );
    const nscaleFirst = [expect.stringContaining('nscale'), expect.stringContaining('fal-ai')];
    await expect.poll(async () => (await routes()).slice(0, 2)).toEqual(nscaleFirst);
    await options.press('Move up', 'huggingface ol li:nth-child(2)');
    await options.page.waitForFunction(() =>
      document.querySelector<HTMLElement>('section#huggingface ol li')?.innerText.includes('fal-ai'),
    );
    // The page shows an order before it is stored.
    await options.says('Saved', 'huggingface');
    const popup = await stage.openPopup();
    await popup.generate('a boat');
    await popup.picture();
    expect(stage.lab.requestsTo(ROUTER)[0]?.path).toMatch(/^\/fal-ai\//);
    expect(stage.lab.requestsTo(ROUTER, '/nscale')).toEqual([]);
  });
});
