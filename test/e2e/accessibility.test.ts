import type { Page } from 'puppeteer-core';
import { describe, expect, test } from 'vitest';
import { gate } from '../lab/script.ts';
import { findBarriers, OPTIONS_LOOKS, POPUP_LOOKS } from './support/axe.ts';
import { drivePopup, type Popup } from './support/popup.ts';
import { useStage } from './support/stage.ts';
import { writeStorage } from './support/storage.ts';
import { words } from './support/words.ts';

const ROUTER = 'router.huggingface.co';
const HUB = 'hub.accessible.example';

const stage = useStage();
const waitForText = (page: Page, text: string) =>
  page.waitForFunction((part) => document.body.innerText.includes(part), { polling: 50 }, text);

/** The popup as the toolbar shows it: in a window of its size. */
async function openToolbarPopup(): Promise<Popup> {
  const page = await stage.chromium.openPage('/popup.html');
  await page.setViewport({ width: 400, height: 600 });
  await page.waitForSelector('.studio');
  return drivePopup(page);
}

describe('axe finds nothing on the popup', () => {
  test('at the welcome', async () => {
    const popup = await stage.openPopup();
    await popup.button('Connect Hugging Face');
    expect(await findBarriers(popup.page, POPUP_LOOKS)).toEqual([]);
    await popup.generate('a boat');
    await popup.alert(words('popup_welcome_asked'));
    expect(await findBarriers(popup.page, POPUP_LOOKS)).toEqual([]);
  });

  test('while typing, with More open, and with a request that is wrong', async () => {
    await stage.connect();
    const popup = await stage.openPopup();
    await popup.write('a lighthouse');
    for (const name of ['Style', 'Shape', 'Recent prompts', 'More settings']) {
      await popup.press(name);
      await popup.find('dialog', name);
      expect(await findBarriers(popup.page, POPUP_LOOKS), name).toEqual([]);
    }
    await popup.fill('Seed', 'seven');
    await popup.press('Generate');
    await popup.alert(words('problem_SEED_INVALID'));
    expect(await findBarriers(popup.page, POPUP_LOOKS)).toEqual([]);
  });

  test('while pictures are made, one of them elsewhere', async () => {
    await stage.connect();
    stage.lab.answer({ host: ROUTER }, ['hang']);
    const popup = await stage.openPopup();
    await popup.generate('one');
    await popup.button('Cancel');
    await popup.generate('two');
    await popup.button(words('popup_cancel_named', 'one'));
    await popup.status(words('progress_asking_huggingface'));
    expect(await findBarriers(popup.page, POPUP_LOOKS)).toEqual([]);
    await popup.press(words('popup_cancel_named', 'one'));
    await popup.press('Cancel');
    await popup.status(words('progress_cancelled'));
    expect(await findBarriers(popup.page, POPUP_LOOKS)).toEqual([]);
  });

  test('with the picture, and what was said about it', async () => {
    await stage.connect();
    stage.lab.answer({ host: ROUTER }, [{ status: 503, json: { error: 'Model too busy' } }]);
    const popup = await openToolbarPopup();
    await popup.generate(
      'a lighthouse in a storm, seen from the sea, with a long prompt that needs its room',
    );
    await popup.picture();
    expect(await findBarriers(popup.page, POPUP_LOOKS)).toEqual([]);
    await popup.press('Save');
    await popup.status(words('popup_saved'));
    expect(await findBarriers(popup.page, POPUP_LOOKS)).toEqual([]);
    await popup.page.click('button.pill');
    await popup.find('dialog', words('popup_how_made'));
    expect(await findBarriers(popup.page, POPUP_LOOKS)).toEqual([]);
    await popup.press('More actions');
    await popup.click('menuitem', 'Delete');
    await popup.button(words('common_undo'));
    expect(await findBarriers(popup.page, POPUP_LOOKS)).toEqual([]);
  });

  const CODES = [
    'RATE_LIMIT',
    'TIMEOUT',
    'SERVER_ERROR',
    'UNAUTHORIZED',
    'VALIDATION_ERROR',
    'PAYMENT_REQUIRED',
    'FORBIDDEN',
    'MODEL_UNAVAILABLE',
    'MODEL_ELSEWHERE',
    'CONTENT_REFUSED',
    'NETWORK_ERROR',
    'PICTURE_UNREACHABLE',
    'UNKNOWN',
  ];
  const cause = (code: string, provider: string) => ({
    provider,
    error: {
      code,
      message: 'x',
      shouldFallback: false,
      status: 429,
      detail: 'The words of the service, which can be long: '.repeat(4),
      pictureUrl: code === 'PICTURE_UNREACHABLE' ? 'https://pictures.example/a.png' : undefined,
      source: 'A hub',
    },
  });
  const failed = (createdAt: number, error: object, more: object = {}) => ({
    [`job:${createdAt}`]: {
      id: String(createdAt),
      request: { prompt: 'a boat', style: 'none' },
      origin: 'popup',
      status: 'failed',
      createdAt,
      startedAt: createdAt,
      endedAt: createdAt + 10,
      attempts: [
        {
          provider: 'huggingface',
          startedAt: createdAt,
          endedAt: createdAt + 10,
          outcome: 'failed',
          routes: [],
        },
      ],
      error,
      ...more,
    },
  });

  test('with every kind of error', async () => {
    await stage.connect({ puter: false });
    const popup = await stage.openPopup();
    const start = Date.now();
    const own = { message: 'x', causes: [] };
    const both = CODES.slice(0, 2).map((code, place) => cause(code, place === 0 ? 'huggingface' : 'puter'));
    const errors: [string, object][] = [
      ...CODES.map((code): [string, object] => [
        code,
        { code, message: 'x', causes: [cause(code, 'huggingface')] },
      ]),
      [
        'a wait',
        {
          code: 'RATE_LIMIT',
          message: 'x',
          causes: [cause('RATE_LIMIT', 'huggingface')],
          retryAt: start + 3_600_000,
        },
      ],
      ['both', { code: 'DUAL_PROVIDER_FAILURE', message: 'x', causes: both }],
      ['OFFLINE', { code: 'OFFLINE', ...own }],
      ['STORAGE_FAILED', { code: 'STORAGE_FAILED', ...own }],
    ];
    for (const [place, [name, error]] of errors.entries()) {
      const key = start + place;
      await writeStorage(popup.page, failed(key, error));
      await popup.alert();
      // Of several failures the newest is on the stage; earlier ones are dismissed.
      await popup.page.evaluate(() => {
        for (const details of document.querySelectorAll('details')) details.open = true;
      });
      expect(await findBarriers(popup.page, POPUP_LOOKS), name).toEqual([]);
      await writeStorage(popup.page, failed(key, error, { dismissed: true }));
      await popup.page.waitForFunction(() => document.querySelector('[role="alert"]') === null);
    }
  });

  test('in the finder: looking, results, and inside a model', async () => {
    await stage.connect();
    const popup = await stage.openPopup();
    await popup.press('Model');
    await popup.find('searchbox', words('popup_search_label'));
    expect(await findBarriers(popup.page, POPUP_LOOKS)).toEqual([]);
    await popup.fill(words('popup_search_label'), 'FLUX');
    await popup.button(words('popup_use_named', 'black-forest-labs/FLUX.1-schnell'));
    expect(await findBarriers(popup.page, POPUP_LOOKS)).toEqual([]);
    await popup.press(words('popup_look_inside_named', 'black-forest-labs/FLUX.1-schnell'));
    await popup.press(words('popup_list_files'));
    await waitForText(popup.page, 'README.md');
    expect(await findBarriers(popup.page, POPUP_LOOKS)).toEqual([]);
    await popup.press(words('popup_use_model'));
    await popup.page.waitForFunction(() => document.querySelector('[role="dialog"]') === null);
    expect(await findBarriers(popup.page, POPUP_LOOKS)).toEqual([]);
  });
});

describe('axe finds nothing on the options', () => {
  test('fresh, on every panel, with everything unfolded', async () => {
    const options = await stage.openOptions();
    await options.find('textbox', 'Hugging Face token');
    const panels = await options.page.$$eval('nav a', (links) => links.map((link) => link.innerText));
    expect(panels.length).toBeGreaterThan(4);
    for (const panel of panels) {
      await options.goTo(panel);
      expect(await findBarriers(options.page, OPTIONS_LOOKS), panel).toEqual([]);
      await options.page.evaluate(() => {
        for (const details of document.querySelectorAll('details')) details.open = true;
        for (const button of document.querySelectorAll<HTMLElement>(
          '.panel:not([hidden]) [aria-expanded=false]',
        ))
          button.click();
      });
      expect(await findBarriers(options.page, OPTIONS_LOOKS), panel).toEqual([]);
    }
  });

  test('connected, an account about to be left, and a token that is refused', async () => {
    await stage.connect({ huggingface: 'hf_LabNoInference0123456789' });
    const options = await stage.openOptions();
    await options.manage('Puter');
    await options.press('Disconnect', 'puter');
    await options.says(words('account_disconnect_question_puter', 'Puter'), 'puter');
    await options.says(words('token_lacks_permission', 'Hugging Face'), 'huggingface');
    await (await options.find('textbox', 'Hugging Face token')).focus();
    await options.page.keyboard.press('Enter');
    await options.says(words('problem_TOKEN_EMPTY'), 'huggingface');
    expect(await findBarriers(options.page, OPTIONS_LOOKS)).toEqual([]);
    await options.press('Disconnect Puter', 'puter');
    await options.says(words('account_revoke_puter'), 'puter');
    await options.goTo('Advanced');
    await options.paste('Hugging Face may take', 'soon');
    await options.leave();
    await options.errorAt('Hugging Face may take', words('options_number', 5, 300));
    expect(await findBarriers(options.page, OPTIONS_LOOKS)).toEqual([]);
    await options.goTo('Accounts');
    expect(await findBarriers(options.page, OPTIONS_LOOKS)).toEqual([]);
  });

  test('adding a source, then the chain that asks it', async () => {
    await stage.connect();
    stage.lab.hubs.add({
      host: HUB,
      name: 'A hub with a rather long name',
      repositories: [{ id: 'team/model' }],
    });
    const options = await stage.openOptions();
    await options.goTo('Hubs');
    await options.press('Add a source');
    await options.paste('Address', 'ftp://nowhere', 'sources');
    await options.press('Continue');
    await options.says(words('problem_SOURCE_URL_SCHEME'), 'sources');
    expect(await findBarriers(options.page, OPTIONS_LOOKS)).toEqual([]);
    await options.paste('Address', `https://${HUB}`, 'sources');
    await options.press('Continue');
    await options.find('textbox', 'Token (optional)', 'sources');
    expect(await findBarriers(options.page, OPTIONS_LOOKS)).toEqual([]);
    await options.press('Save source');
    await options.find('button', 'Add a source', 'sources');
    await options.paste('Repository', 'team/model', 'chain');
    await options.press('Ask', 'chain');
    await options.page.waitForSelector('section#chain [role="status"] .notice');
    expect(await findBarriers(options.page, OPTIONS_LOOKS)).toEqual([]);
  });
});

/** The focused element: its name, and whether its focus is visible. */
function focused(page: Page): Promise<{ name: string; visible: boolean }> {
  return page.evaluate(() => {
    const element = document.activeElement as HTMLElement;
    // A hidden radio shows its focus on its label, a field on its frame.
    const places = [element, element.closest('label'), element.closest('.field')].filter(
      (place) => place !== null,
    );
    const visible = places.some((place) => {
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(place);
      return (outlineStyle !== 'none' && outlineWidth !== '0px') || boxShadow !== 'none';
    });
    const label = (element as HTMLInputElement).labels?.[0];
    const own = element.tagName === 'TEXTAREA' ? element.ariaLabel : undefined;
    return { name: own || (label ?? element).innerText.trim() || element.title, visible };
  });
}

describe('by keyboard alone', () => {
  test('from the prompt to the saved picture, every step of the way visible', async () => {
    await stage.connect();
    const popup = await stage.openPopup();
    const { keyboard } = popup.page;
    const path: string[] = [];
    const tabTo = async (name: string) => {
      for (let steps = 0; steps < 25; steps += 1) {
        await keyboard.press('Tab');
        const step = await focused(popup.page);
        expect(step.visible, step.name).toBe(true);
        path.push(step.name);
        if (step.name === name) return;
      }
      throw new Error(`${name} is not reached with Tab: ${path.join(', ')}`);
    };
    await popup.button('Generate');
    expect(await focused(popup.page)).toMatchObject({ name: 'Prompt', visible: true });
    await keyboard.type('a boat');
    await tabTo('Generate');
    expect(path).toEqual([words('popup_recent_prompts'), 'Style', 'Shape', 'Model', 'More', 'Generate']);
    await keyboard.press('Enter');
    await popup.picture();
    // On an element on which no key costs anything.
    await popup.page.waitForFunction(() => document.activeElement?.matches('figure img'));
    await keyboard.press('Space');
    await keyboard.press('Enter');
    await tabTo(words('popup_enlarge'));
    await keyboard.press('ArrowRight');
    await keyboard.press('Enter');
    await popup.status(words('popup_saved'));
    expect(stage.lab.requestsTo(ROUTER)).toHaveLength(1);
    await popup.page.waitForSelector('::-p-aria([name="Again"][role="button"]):not([disabled])');
    await keyboard.press('ArrowRight');
    await keyboard.press('ArrowRight');
    await keyboard.press('Space');
    await stage.lab.waitForRequest(() => stage.lab.requestsTo(ROUTER).length === 2);
  });

  test('the finder: to a file and back with Escape, the focus never lost', async () => {
    await stage.connect();
    const popup = await stage.openPopup();
    const { page } = popup;
    const at = (name: string) =>
      page.waitForFunction(
        (text) => {
          const { activeElement: element } = document;
          const label = (element as HTMLInputElement).labels?.[0];
          return element !== document.body && (label ?? (element as HTMLElement)).innerText.includes(text);
        },
        { polling: 50 },
        name,
      );
    const enter = async (name: string) => {
      await (await popup.button(name)).focus();
      await page.keyboard.press('Enter');
    };
    await enter('Model');
    await at(words('popup_search_label'));
    await page.keyboard.type('FLUX');
    await enter(words('popup_look_inside_named', 'black-forest-labs/FLUX.1-schnell'));
    await at('black-forest-labs/FLUX.1-schnell');
    await enter(words('popup_list_files'));
    await at('/');
    await enter('transformer');
    await at('/transformer');
    await enter(words('popup_folder_up'));
    await at('/');
    await page.keyboard.press('Escape');
    await at(words('popup_search_label'));
    await page.keyboard.press('Escape');
    await at('Model');
  });

  test('the options: every stop of every panel can be seen, from the first to the last', async () => {
    await stage.connect();
    const options = await stage.openOptions();
    await options.find('button', 'Manage Puter');
    const { page } = options;
    const links = await page.$$eval('nav a', (all) => all.map((link) => link.innerText));
    const seen: Record<string, string[]> = {};
    for (const panel of links) {
      await options.goTo(panel);
      // Starts at the top of the page, since the title of the panel has the focus.
      await page.evaluate(() => document.querySelector<HTMLElement>('nav a')?.focus());
      const stops: string[] = [];
      // After the last stop the focus leaves the page, or begins again where the window has nothing else to focus.
      const isThrough = () =>
        [document.body, document.querySelector('nav a')].includes(document.activeElement as HTMLElement);
      for (;;) {
        await page.keyboard.press('Tab');
        if (await page.evaluate(isThrough)) break;
        const step = await focused(page);
        expect(step.visible, `${panel} ${stops.length}: ${step.name}`).toBe(true);
        stops.push(step.name);
        expect(stops.length).toBeLessThan(150);
      }
      seen[panel] = stops;
    }
    expect(seen.Accounts).toContain('Enabled');
    expect(seen.Hubs).toContain('Add a source');
    expect(seen.Advanced).toContain('Own API URL');
  });
});

describe('announcements, and controls that do not move', () => {
  test('one live region says each step, and is the same from first to last', async () => {
    await stage.connect();
    const [busy, backup] = [gate({ status: 503, json: { error: 'busy' } }), gate()];
    stage.lab.answer({ host: ROUTER }, [busy.step]);
    stage.lab.answer({ host: 'api.puter.com', path: '/drivers/call' }, [backup.step]);
    const popup = await openToolbarPopup();
    await popup.button('Generate');
    const heard = await popup.page.evaluateHandle(() => {
      const texts: string[] = [];
      const region = document.querySelector<HTMLElement>('[role="status"]');
      const note = () => region?.isConnected && region.innerText && texts.push(region.innerText);
      if (region)
        new MutationObserver(note).observe(region, { childList: true, characterData: true, subtree: true });
      return texts;
    });
    await popup.generate('a boat');
    await popup.status(words('progress_asking_huggingface'));
    busy.open();
    await popup.status(words('progress_backup_SERVICE_UNAVAILABLE'));
    backup.open();
    await popup.picture();
    const made = await popup.status(words('popup_ready', 'Puter'));
    const steps = [words('progress_asking_huggingface'), words('progress_backup_SERVICE_UNAVAILABLE'), made];
    const texts = await heard.jsonValue();
    expect(texts.filter((text) => steps.includes(text))).toEqual(steps);
    // The other note has its own live region: when it disappears, the first is not announced again.
    await popup.press('Save');
    await popup.status(words('popup_saved'));
    await popup.page.waitForFunction(
      (text) => !document.body.innerText.includes(text),
      { timeout: 60_000 },
      words('popup_saved'),
    );
    expect((await heard.jsonValue()).filter((text) => text === made)).toHaveLength(1);
    // Announced as sentences, without the clock.
    expect(texts.filter((text) => /\d:\d\d/.test(text))).toEqual([]);
  });

  test('Generate does not move, and Cancel is in another place', async () => {
    await stage.connect();
    const popup = await openToolbarPopup();
    const place = async (name: string) =>
      (await popup.button(name)).evaluate((button) => {
        const { left, top, right, bottom } = button.getBoundingClientRect();
        return { left, top, right, bottom };
      });
    const generate = async () => {
      await popup.write('a boat');
      await popup.press('Generate');
    };
    await popup.write('a boat');
    const before = await place('Generate');
    stage.lab.answer({ host: ROUTER }, ['hang']);
    await generate();
    await stage.lab.waitForRequest(({ host }) => host === ROUTER);
    expect((await place('Cancel')).bottom).toBeLessThan(before.top);
    expect(await place('Generate')).toEqual(before);
    await popup.press('Cancel');
    await popup.status(words('progress_cancelled'));
    expect(await place('Generate')).toEqual(before);
    stage.lab.answer({ host: ROUTER }, [{ status: 401, json: { error: 'Invalid username or password.' } }]);
    await generate();
    await popup.alert();
    expect(await place('Generate')).toEqual(before);
    stage.lab.answer({ host: ROUTER }, ['pass']);
    await generate();
    await popup.picture();
    expect(await place('Generate')).toEqual(before);
  });
});
