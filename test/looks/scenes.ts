import type { Page } from 'puppeteer-core';
import type { Chromium } from '../browser/chromium.ts';
import { send } from '../e2e/support/messages.ts';
import { driveOptions } from '../e2e/support/options.ts';
import { drivePopup, type Popup } from '../e2e/support/popup.ts';
import { writeStorage } from '../e2e/support/storage.ts';
import { HF_TOKEN, PUTER_TOKEN } from '../e2e/support/tokens.ts';
import { words } from '../e2e/support/words.ts';
import type { Lab } from '../lab/lab.ts';
import { aFailure } from './failures.ts';

export interface Set {
  chromium: Chromium;
  lab: Lab;
  /** An open page of the extension, to send messages from. */
  stage: Page;
}

export interface Look {
  scheme: 'light' | 'dark';
  width: number;
  height: number;
  /** The system's own few colours, as with a high-contrast theme. */
  forced?: boolean;
  /** What the user set as the size of text: `200%`. */
  textSize?: string;
}

export interface Scene {
  name: string;
  /** Left out: the two sizes of the popup. */
  looks?: readonly Look[];
  /** Brings a page into the state and hands it over. */
  play(set: Set): Promise<Page>;
}

const ROUTER = 'router.huggingface.co';
const PUTER = 'api.puter.com';
/** Hubs that the browser was told to allow. */
export const [OUR_LAB, INSTITUTE] = ['our-lab.example', 'institute.example'];
const PROMPTS = ['a lighthouse at night', 'two camels in the dunes', 'an owl in moonlight'];

async function connect({ stage }: Set): Promise<void> {
  await send(stage, 'saveToken', { slot: 'huggingface', token: HF_TOKEN });
  await send(stage, 'saveToken', { slot: 'puter', token: PUTER_TOKEN });
}

/** Words as long as German ones, or read from the right: what `_locales` says goes through here. */
const SPEECH = {
  long: (text: string) => text.replace(/\p{L}{4,}/gu, (word) => word + word.slice(0, word.length / 2)),
  turned: (text: string) => (text === 'ltr' ? 'rtl' : text.replace(/[a-z]/g, 'ש')),
};

async function speak(page: Page, how: keyof typeof SPEECH): Promise<void> {
  await page.evaluateOnNewDocument(`{
    const { getMessage } = chrome.i18n;
    const turn = ${SPEECH[how]};
    chrome.i18n.getMessage = (key, values) => key === 'common_language' ? 'en' : turn(getMessage(key, values));
  }`);
}

async function open({ chromium }: Set, path = '/popup.html', how?: keyof typeof SPEECH): Promise<Popup> {
  const page = await chromium.browser.newPage();
  if (how) await speak(page, how);
  await page.setViewport({ width: 400, height: 600 });
  await page.goto(`chrome-extension://${chromium.extensionId}${path}`);
  await page.waitForSelector('.strip-list');
  return drivePopup(page);
}

/** A popup with some pictures in its strip. */
async function withPictures(set: Set, path?: string): Promise<Popup> {
  await connect(set);
  for (const prompt of PROMPTS)
    await send(set.stage, 'generate', { request: { prompt, style: 'none' }, origin: 'popup' });
  const popup = await open(set, path);
  await popup.page.waitForFunction(() => document.querySelectorAll('.thumb > img').length === 3);
  return popup;
}

async function generate(popup: Popup, prompt: string): Promise<void> {
  await popup.write(prompt);
  await popup.press('Generate');
}

const chip = (name: string) => async (set: Set) => {
  const popup = await withPictures(set);
  await popup.write('A lighthouse on a rock, stars');
  await popup.press(name);
  await popup.find('dialog', name);
  return popup.page;
};

const failure =
  (code: string, more = {}) =>
  async (set: Set) => {
    await withPictures(set);
    await writeStorage(set.stage, aFailure(code, more));
    const popup = await open(set);
    await popup.alert();
    return popup.page;
  };

const PASSPHRASE = 'correct horse battery';
const WIDE = [
  { scheme: 'light', width: 1100, height: 900 },
  { scheme: 'dark', width: 400, height: 800 },
] as const;

async function locked(set: Set): Promise<void> {
  await connect(set);
  await send(set.stage, 'changePassphrase', { next: PASSPHRASE });
  await send(set.stage, 'lockTokens', {});
}

async function done(set: Set, path?: string): Promise<Popup> {
  const popup = await withPictures(set, path);
  await generate(popup, 'a red fox in the snow');
  await popup.status(words('popup_ready', 'Hugging Face'));
  await popup.page.waitForSelector('figure img[alt="a red fox in the snow"]');
  return popup;
}

async function helped(set: Set): Promise<Popup> {
  const popup = await withPictures(set);
  set.lab.answer({ host: ROUTER }, [{ status: 503, json: { error: 'Model too busy' } }]);
  await generate(popup, 'a sailing boat on a lake at dusk');
  await popup.page.waitForSelector('figure[data-provider="puter"]');
  return popup;
}

/** Twice the text, in the popup and in a side panel that is as narrow as can be. */
const LARGE: readonly Look[] = [
  { scheme: 'light', width: 400, height: 600, textSize: '200%' },
  { scheme: 'dark', width: 320, height: 600, textSize: '200%' },
];
const HARD: readonly Look[] = [
  { scheme: 'dark', width: 400, height: 600, forced: true },
  { scheme: 'light', width: 320, height: 600 },
];
const bothFailed = failure('DUAL_PROVIDER_FAILURE', { codes: ['PAYMENT_REQUIRED', 'PAYMENT_REQUIRED'] });
const empty = async (set: Set) => {
  await connect(set);
  const { page } = await open(set);
  await page.waitForSelector('.sample');
  return page;
};
const noAccount = async (set: Set) => {
  const popup = await open(set);
  await popup.button('Connect Puter');
  return popup.page;
};
const queue = async (set: Set) => {
  const popup = await withPictures(set);
  set.lab.answer({ host: ROUTER }, ['hang']);
  await popup.press('More settings');
  for (let more = 1; more < 4; more += 1) await popup.press(words('popup_pictures_more'));
  await popup.write('a red fox in the snow');
  await popup.press('Generate 4');
  await popup.status(words('progress_asking_huggingface'));
  return popup.page;
};
/** What is looked at in every hard light. */
const SEVERAL: Record<string, Scene['play']> = {
  empty,
  'no-account': noAccount,
  style: chip('Style'),
  shape: chip('Shape'),
  model: chip('Model'),
  more: chip('More settings'),
  queue,
  done: async (set) => (await done(set)).page,
  failed: bothFailed,
};

export const SCENES: readonly Scene[] = [
  {
    name: 'popup-cost',
    async play(set) {
      await send(set.stage, 'saveToken', { slot: 'puter', token: PUTER_TOKEN });
      const popup = await open(set);
      await popup.press('More settings');
      for (let more = 1; more < 4; more += 1) await popup.press(words('popup_pictures_more'));
      await popup.page.waitForSelector('[data-price]');
      return popup.page;
    },
  },
  {
    name: 'popup-model-search',
    async play(set) {
      set.lab.hubs.add({ host: 'lab.example', repositories: [{ id: 'our-lab/qwen-portrait' }] });
      await send(set.stage, 'addSource', {
        source: {
          name: 'Our lab',
          url: 'https://lab.example',
          type: 'kohakuhub',
          enabled: true,
          namespaces: [],
        },
      });
      const popup = await withPictures(set);
      await popup.press('Model');
      await popup.fill('Search all sources', 'qwen');
      await popup.page.waitForSelector('.result');
      return popup.page;
    },
  },
  ...Object.entries(SEVERAL).flatMap(([name, play]): Scene[] => [
    { name: `popup-large-${name}`, looks: LARGE, play },
    { name: `popup-hard-${name}`, looks: HARD, play },
  ]),
  { name: 'popup-empty', play: empty },
  { name: 'popup-no-account', play: noAccount },
  {
    name: 'popup-typing',
    async play(set) {
      const popup = await withPictures(set);
      await popup.write(
        'A lighthouse on a rock, beams of light over the sea, stars, and far out a small fishing boat on its way home before the storm that everybody in the village has been waiting for',
      );
      return popup.page;
    },
  },
  { name: 'popup-style', play: chip('Style') },
  { name: 'popup-shape', play: chip('Shape') },
  { name: 'popup-model', play: chip('Model') },
  { name: 'popup-more', play: chip('More settings') },
  { name: 'popup-recent', play: chip('Recent prompts') },
  {
    name: 'popup-alternatives',
    async play(set) {
      const popup = await withPictures(set);
      await popup.write('a {red|blue|green} fox in the {snow|rain}');
      return popup.page;
    },
  },
  {
    name: 'popup-nothing-typed',
    async play(set) {
      const popup = await withPictures(set);
      await popup.press('Generate');
      await popup.alert();
      return popup.page;
    },
  },
  {
    name: 'popup-running',
    async play(set) {
      const popup = await withPictures(set);
      set.lab.answer({ host: ROUTER }, ['hang']);
      await generate(popup, 'a red fox in the snow');
      await popup.status(words('progress_asking_huggingface'));
      return popup.page;
    },
  },
  {
    name: 'popup-running-backup',
    async play(set) {
      const popup = await withPictures(set);
      set.lab.answer({ host: ROUTER }, [{ status: 429, json: { error: 'slow down' } }]);
      set.lab.answer({ host: PUTER, path: '/drivers/call' }, ['hang']);
      await generate(popup, 'a red fox in the snow');
      await popup.status(words('progress_backup_RATE_LIMIT'));
      return popup.page;
    },
  },
  {
    name: 'popup-queue',
    play: queue,
  },
  {
    name: 'popup-compare',
    async play(set) {
      const popup = await withPictures(set);
      await popup.press('More settings');
      for (let more = 1; more < 4; more += 1) await popup.press(words('popup_pictures_more'));
      await popup.write('a red fox in the snow');
      await popup.press('Generate 4');
      await popup.find('region', words('popup_compare_other', 4));
      await popup.page.waitForFunction(() => document.querySelectorAll('.compared img').length === 4);
      return popup.page;
    },
  },
  { name: 'popup-done', play: async (set) => (await done(set)).page },
  { name: 'popup-done-fallback', play: async (set) => (await helped(set)).page },
  {
    name: 'popup-how-made',
    async play(set) {
      const popup = await helped(set);
      await popup.page.click('.pill');
      await popup.find('dialog', words('popup_how_made'));
      return popup.page;
    },
  },
  {
    name: 'popup-done-menu',
    async play(set) {
      const popup = await done(set);
      await popup.press('More actions');
      await popup.find('menuitem', 'Delete');
      return popup.page;
    },
  },
  {
    name: 'popup-deleted',
    async play(set) {
      const popup = await done(set);
      await popup.press('More actions');
      await (await popup.find('menuitem', 'Delete')).click();
      await popup.button('Undo');
      return popup.page;
    },
  },
  {
    name: 'popup-cancelled',
    async play(set) {
      const popup = await withPictures(set);
      set.lab.answer({ host: ROUTER }, ['hang']);
      await generate(popup, 'a red fox in the snow');
      await popup.status(words('progress_asking_huggingface'));
      await popup.press('Cancel');
      await popup.status(words('progress_cancelled'));
      return popup.page;
    },
  },
  {
    name: 'popup-failed-busy',
    play: failure('DUAL_PROVIDER_FAILURE', { codes: ['RATE_LIMIT', 'SERVICE_UNAVAILABLE'] }),
  },
  {
    name: 'popup-failed-credit',
    play: failure('DUAL_PROVIDER_FAILURE', { codes: ['PAYMENT_REQUIRED', 'PAYMENT_REQUIRED'] }),
  },
  { name: 'popup-failed-token', play: failure('UNAUTHORIZED') },
  { name: 'popup-failed-request', play: failure('VALIDATION_ERROR') },
  { name: 'popup-failed-offline', play: failure('OFFLINE') },
  ...(['long', 'turned'] as const).flatMap((how): Scene[] => [
    {
      name: `popup-${how}-empty`,
      async play(set) {
        await connect(set);
        const { page } = await open(set, undefined, how);
        await page.waitForSelector('.sample');
        return page;
      },
    },
    {
      name: `popup-${how}-done`,
      async play(set) {
        await (await helped(set)).page.close();
        const { page } = await open(set, undefined, how);
        await page.waitForSelector('figure img');
        await page.click('[data-opens="style"]');
        await page.waitForSelector('.style-choice');
        await page.click('input[value="watercolor"] + img');
        await page.click('[data-opens="shape"]');
        await (await page.waitForSelector('.shape-landscape'))?.click();
        await page.keyboard.press('Escape');
        return page;
      },
    },
    {
      name: `popup-${how}-failed`,
      async play(set) {
        await failure('DUAL_PROVIDER_FAILURE', { codes: ['PAYMENT_REQUIRED', 'PAYMENT_REQUIRED'] })(set);
        const { page } = await open(set, undefined, how);
        await page.waitForSelector('[role="alert"]');
        return page;
      },
    },
    {
      name: `popup-${how}-no-account`,
      async play(set) {
        const { page } = await open(set, undefined, how);
        await page.waitForSelector('.service-card');
        return page;
      },
    },
  ]),
  { name: 'popup-still-coming', play: failure('STILL_COMING') },
  {
    name: 'side-panel-done',
    looks: [
      { scheme: 'light', width: 320, height: 700 },
      { scheme: 'dark', width: 480, height: 900 },
    ],
    play: async (set) => (await done(set, '/sidepanel.html')).page,
  },
  {
    name: 'popup-locked',
    async play(set) {
      await locked(set);
      const page = await set.chromium.openPopup();
      await drivePopup(page).find('heading', words('passphrase_locked_title'));
      return page;
    },
  },
  {
    name: 'popup-locked-waits',
    async play(set) {
      await locked(set);
      const popup = drivePopup(await set.chromium.openPopup());
      await popup.generate('a red fox in the snow');
      await popup.status(words('progress_waiting_unlock'));
      await popup.fill('Passphrase', 'wrong passphrase');
      await popup.press('Unlock');
      await popup.page.waitForSelector('[aria-invalid="true"]');
      return popup.page;
    },
  },
  {
    name: 'options-chain',
    looks: [
      { scheme: 'light', width: 560, height: 520 },
      { scheme: 'dark', width: 560, height: 520 },
    ],
    async play(set) {
      const repositories = [{ id: 'black-forest-labs/FLUX.1-schnell' }];
      set.lab.hubs.add({ host: OUR_LAB, repositories: [] });
      set.lab.hubs.add({ host: INSTITUTE, repositories });
      const hub = { type: 'kohakuhub' as const, enabled: true, namespaces: [] };
      for (const [name, host] of [
        ['Our lab', OUR_LAB],
        ['Institute', INSTITUTE],
      ] as const)
        await send(set.stage, 'addSource', { source: { ...hub, name, url: `https://${host}` } });
      const reply = await send(set.stage, 'readSettings', {});
      const ids = reply.ok ? reply.value.sources.map(({ id }) => id) : [];
      await send(set.stage, 'orderSources', {
        ids: [ids[1], ids[0], ids[2]].filter((id) => id !== undefined),
      });
      const options = driveOptions(await set.chromium.openPage('/options.html#hubs'));
      await options.page.setViewport({ width: 560, height: 520 });
      for (const asked of [OUR_LAB, INSTITUTE]) {
        await options.pressIn('#sources', 'Allow');
        await options.page.waitForFunction(
          (before) =>
            [...document.querySelectorAll<HTMLElement>('#sources button')].filter(
              ({ innerText }) => innerText.trim() === 'Allow',
            ).length < before,
          {},
          asked === OUR_LAB ? 2 : 1,
        );
      }
      await options.paste('Repository', 'black-forest-labs/FLUX.1-schnell', 'chain');
      await options.press('Ask', 'chain');
      await options.page.waitForSelector('section#chain [role="status"] .notice');
      await options.page.evaluate(() => document.getElementById('chain')?.scrollIntoView());
      return options.page;
    },
  },
  {
    name: 'options-locked',
    looks: WIDE,
    async play(set) {
      await locked(set);
      const page = await set.chromium.openPage('/options.html');
      await page.waitForSelector('.notice');
      return page;
    },
  },
  {
    name: 'options-passphrase',
    looks: WIDE,
    async play(set) {
      await connect(set);
      const page = await set.chromium.openPage('/options.html#passphrase');
      await page.waitForSelector('#passphrase button');
      await page.locator('#passphrase button').click();
      await page.waitForSelector('#passphrase input');
      return page;
    },
  },
  {
    name: 'options-passphrase-open',
    looks: WIDE,
    async play(set) {
      await connect(set);
      await send(set.stage, 'changePassphrase', { next: PASSPHRASE });
      const page = await set.chromium.openPage('/options.html#passphrase');
      await page.waitForSelector('#passphrase button');
      return page;
    },
  },
];
