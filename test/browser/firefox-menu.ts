import type { Browser } from 'puppeteer-core';
import { inFirefoxWindow, type Until } from './firefox-window.ts';

interface Item extends Element {
  label: string;
  menupopup?: Menu;
  openMenu(open: boolean): void;
}
interface Menu extends Element {
  state: string;
  /** Chooses an item as a click or a key does. */
  activateItem(item: Item): void;
}

/** Chooses from the open menu of a right click in Firefox: an item by its label, then an item of its submenu. */
export async function chooseInFirefoxMenu(browser: Browser, [outer, inner]: [string, string]): Promise<void> {
  const choose = async (until: Until, first: string, second: string) => {
    const menu = document.getElementById('contentAreaContextMenu') as unknown as Menu;
    await until(() => menu.state === 'open', 'showing its menu');
    const find = (within: Element, label: string) =>
      [...within.querySelectorAll<Item>(':scope > menu, :scope > menuitem')].find(
        (one) => one.label === label,
      );
    const item = find(menu, first);
    if (item?.menupopup === undefined) throw new Error(`The menu has no ${first}`);
    const { menupopup } = item;
    item.openMenu(true);
    await until(() => menupopup.state === 'open', `showing the submenu of ${first}`);
    const chosen = find(menupopup, second);
    if (chosen === undefined) throw new Error(`The submenu has no ${second}`);
    menupopup.activateItem(chosen);
    await until(() => menu.state === 'closed', 'closing its menu');
  };
  await inFirefoxWindow(browser, choose, outer, inner);
}

interface ToolbarWindow {
  CustomizableUI: { addWidgetToArea(id: string, area: string): void; AREA_NAVBAR: string };
  SidebarController: { isOpen: boolean; currentID: string; hide(): void };
}

/** The name that Firefox gives to an extension's parts of the window. */
const widgetOf = (geckoId: string) => geckoId.toLowerCase().replaceAll(/[^a-z0-9_-]/g, '_');

/** Puts the extension's button onto the toolbar, as a user does who pins it, and clicks it. */
export async function clickFirefoxButton(browser: Browser, geckoId: string): Promise<void> {
  const click = async (until: Until, widget: string) => {
    const { CustomizableUI } = globalThis as unknown as ToolbarWindow;
    CustomizableUI.addWidgetToArea(`${widget}-browser-action`, CustomizableUI.AREA_NAVBAR);
    const button = () =>
      document.querySelector<HTMLElement>(
        `#${widget}-BAP, #${widget}-browser-action .unified-extensions-item-action-button`,
      );
    await until(() => (button()?.getBoundingClientRect().width ?? 0) > 0, 'showing the button');
    button()?.click();
  };
  await inFirefoxWindow(browser, click, widgetOf(geckoId));
}

/** Whether Firefox's sidebar shows the extension's panel. */
export function isFirefoxPanelOpen(browser: Browser, geckoId: string): Promise<boolean> {
  return inFirefoxWindow(
    browser,
    (_until, widget) => {
      const { SidebarController } = globalThis as unknown as ToolbarWindow;
      return SidebarController.isOpen && SidebarController.currentID === `${widget}-sidebar-action`;
    },
    widgetOf(geckoId),
  );
}

export async function hideFirefoxSidebar(browser: Browser): Promise<void> {
  await inFirefoxWindow(browser, () => (globalThis as unknown as ToolbarWindow).SidebarController.hide());
}
