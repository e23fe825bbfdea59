import { browser } from 'wxt/browser';
import {
  createDefaultSuggestion,
  createSelectionMenu,
  hear,
  isPrivateInFront,
  openActionPopup,
  openPanel,
  openSmallWindow,
  openTab,
  readInPage,
} from '../../browser/index.ts';
import { drawSeed } from '../../generation/index.ts';
import { type Handlers, handOverKey, LONGEST_ADDRESS } from '../../messages/index.ts';
import { type Style, usableProviders } from '../../settings/index.ts';
import { keptPage, readAllowed } from '../kept-page.ts';
import type { Services } from '../services.ts';
import { EDIT_MENU, menuItems, STRAIGHT_MENU } from './menu-items.ts';
import { createMenuKeeper } from './menu-keeper.ts';
import { selectedText } from './page-selection.ts';
import { createSelection, type Tab } from './selection.ts';
import { selectionRequest } from './selection-request.ts';
import { wordsBehind } from './words-behind.ts';

/**
 * Starts everything that the user can press outside of our pages: the menu of selected text, the keyboard shortcuts, the
 * keyword in the address bar. Must be called in the worker's first turn, since it attaches listeners. `refreshMenu` updates the
 * menu after a change of settings or styles; `keepMenu` builds it if it is missing.
 */
export function startSelection(
  services: Services,
  generate: Handlers['generate'],
): { refreshMenu(): Promise<void>; keepMenu(): Promise<void> } {
  const { settings, styles, latest } = services;
  const readMode = async () => (await settings.read()).settings.selection.mode;

  const selection = createSelection({
    openPanel,
    openPopup: openActionPopup,
    openWindow: (isPrivate) => openSmallWindow('/popup.html', { isPrivate }),
    isPrivateInFront,
    // Session storage is in memory only; the composer stores what may be stored.
    handOver: (what, isPrivate) => browser.storage.session.set({ [handOverKey(isPrivate)]: what }),
    knownMode: () => latest()?.settings.selection.mode,
    readMode,
    readPage: (tabId) => readInPage(tabId, selectedText),
    async pageOf(tab) {
      const { page, isPrivate = false } = whereFrom(tab);
      return keptPage(await readAllowed(settings), page, isPrivate);
    },
    async generate({ text, shortened }, style, tab) {
      // With no usable provider the job would fail unseen: the composer keeps the text and says what is missing.
      const { settings: now, secrets, sealed } = await services.current();
      if (usableProviders(now, { ...sealed, ...secrets }).length === 0) return false;
      const list = style === 'none' ? [] : (await styles.read()).styles;
      const request = selectionRequest(text, style, list, drawSeed(crypto));
      const notes = { ...whereFrom(tab), ...(shortened && { shortened }) };
      return (await generate({ request, origin: 'selection', ...notes })).ok;
    },
  });
  const menu = createSelectionMenu();
  const keeper = createMenuKeeper({
    replace: menu.replace,
    has: menu.has,
    async wanted() {
      const [mode, view, texts] = await Promise.all([readMode(), styles.read(), services.texts()]);
      const titles = {
        menu: texts.say('menu_selection'),
        none: texts.say('menu_no_style'),
        more: texts.say('menu_more'),
        styleName: ({ id, name }: Style) => name ?? texts.find(`style_${id}`) ?? id,
      };
      return menuItems(view.styles, mode, titles);
    },
    parents: [EDIT_MENU, STRAIGHT_MENU],
  });

  hear(browser.contextMenus.onClicked, (click, tab) => void selection.clicked(click, tab));
  hear(browser.commands.onCommand, (name, tab) => {
    if (name === 'open-side-panel')
      void openPanel(tab?.windowId).then((opened) => (opened ? undefined : openTab('/sidepanel.html')));
    if (name === 'open-gallery') void openTab('/gallery.html');
    if (name === 'generate-from-selection') void selection.pressed(tab);
  });
  const setSuggestion = createDefaultSuggestion();
  const suggest = async () => setSuggestion((await services.texts()).say('omnibox_suggestion'));
  void suggest().catch(() => undefined);
  const keyword = browser.runtime.getManifest().omnibox?.keyword ?? '';
  hear(browser.omnibox?.onInputEntered, (typed) => void selection.typed(wordsBehind(keyword, typed)));
  const rebuild = () => void keeper.rebuild().catch(() => undefined);
  hear(browser.runtime.onInstalled, rebuild);
  hear(browser.runtime.onStartup, rebuild);

  return {
    async refreshMenu() {
      await Promise.all([keeper.refresh(), suggest()]);
    },
    keepMenu: keeper.keep,
  };
}

/**
 * The tab's address and whether it is private. Whether the job keeps them is the user's setting, applied by the `generate`
 * handler.
 */
function whereFrom(tab: Tab | undefined): { page?: string; isPrivate?: boolean } {
  const { url = '', incognito = false } = tab ?? {};
  return {
    ...(url !== '' && url.length <= LONGEST_ADDRESS && { page: url }),
    ...(incognito && { isPrivate: true }),
  };
}
