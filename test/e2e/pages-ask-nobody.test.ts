import { expect, test } from 'vitest';
import { useHubStage } from './hub/support/hub-stage.ts';
import { violationsOn } from './support/axe.ts';
import { search, send } from './support/messages.ts';
import { WAIT } from './support/page.ts';
import { drivePopup } from './support/popup.ts';
import { NOBODY, PAGES, tryToAsk } from './support/try-to-ask.ts';
import { words } from './support/words.ts';

const stage = useHubStage();

test.each([...PAGES, 'sidepanel'])('%s asks nobody itself', async (name) => {
  const page = await stage.chromium.openPage(`/${name}.html`);
  stage.lab.log.length = 0;
  expect(await tryToAsk(page)).toEqual(NOBODY);
  expect(stage.lab.log.map(({ host }) => host).filter((host) => host !== 'huggingface.co')).toEqual([]);
  expect(stage.lab.requestsTo('huggingface.co', 'whoami')).toEqual([]);
});

test('a fresh profile asks nobody, whatever is opened in the popup, until something is typed or agreed to', async () => {
  const inFront = await stage.chromium.browser.newPage();
  await inFront.goto('https://huggingface.co/our/painter');
  stage.lab.log.length = 0;
  const popup = drivePopup(await stage.chromium.openToolbarPopup(inFront));
  await popup.write('a fox');
  for (const name of ['Recent prompts', 'Style', 'Shape', 'More settings']) {
    await popup.press(name);
    await popup.page.keyboard.press('Escape');
  }
  await popup.press('Generate');
  await popup.alert(words('popup_welcome_asked'));
  await popup.press('Model');
  const field = await popup.find('searchbox', words('popup_search_label'));
  const agree = words('popup_lookups_agree');
  await popup.button(agree);
  expect(await popup.text()).toContain(words('popup_lookups_text', 'huggingface.co'));
  expect(await violationsOn(popup.page)).toEqual([]);
  // No page of this extension can make another one ask for a list, either.
  expect(await search(popup.page, ' ')).toMatchObject({ kind: 'whole', search: { hits: [] } });
  await send(popup.page, 'readPrice', { provider: 'puter' });
  const asked = () =>
    stage.lab.log
      .map(({ host, path }) => host + path)
      // The page in front fetches its own icon.
      .filter((address) => !address.endsWith('/favicon.ico'));
  expect(asked()).toEqual([]);
  await field.type('painter');
  await stage.lab.waitForRequest(({ query }) => query.get('search') === 'painter');
  await popup.press(agree);
  await stage.lab.waitForRequest(({ path, query }) => path === '/api/models' && !query.get('search'));
  await popup.page.waitForFunction((name) => !document.body.innerText.includes(name), WAIT, agree);
});
