import type { Browser } from 'puppeteer-core';
import { inFirefoxWindow, type Until } from './firefox-window.ts';

interface Button {
  label: string;
  click(): void;
}
interface Dialog {
  id: string;
  textContent: string;
  /** The object that the dialog is about; it goes away with the answer. */
  notification: object;
  button: Button;
  secondaryButton: Button;
}
interface Toggle {
  pressed: boolean;
  click(): void;
}
/** The parts of Firefox's window that permissions need. */
interface FirefoxWindow {
  PopupNotifications: { panel: { state: string; children: Iterable<Dialog> } };
  BrowserAddonUI: { openAddonsMgr(view: string): Promise<{ close(): void; document: Document }> };
  WebExtensionPolicy: { getByID(id: string): { canAccessURI(uri: object): boolean } };
  Services: { io: { newURI(url: string): object } };
}

/** Whether Firefox is asking the user for a permission at this moment. */
export function isPermissionAsked(browser: Browser): Promise<boolean> {
  return inFirefoxWindow(browser, () => {
    const { PopupNotifications } = globalThis as unknown as FirefoxWindow;
    return PopupNotifications.panel.state !== 'closed';
  });
}

/**
 * Waits for Firefox's own dialog that asks for a permission, presses the button with this label, and waits until it is
 * gone. Resolves with what the dialog said.
 */
export function answerPermissionDialog(browser: Browser, answer: 'Allow' | 'Deny'): Promise<string> {
  const press = async (until: Until, label: string) => {
    const { panel } = (globalThis as unknown as FirefoxWindow).PopupNotifications;
    const dialogs = () =>
      [...panel.children].filter(({ id }) => id === 'addon-webext-permissions-notification');
    // Firefox takes no answer while another window is in front.
    await until(
      () => panel.state === 'open' && dialogs().length > 0 && document.hasFocus(),
      'asking for a permission',
    );
    const [dialog] = dialogs();
    if (dialog === undefined) throw new Error('The dialog went away');
    const { notification, textContent } = dialog;
    const button = [dialog.button, dialog.secondaryButton].find((one) => one.label === label);
    if (button === undefined) throw new Error(`The dialog has no button ${label}`);
    button.click();
    await until(() => !dialogs().some((one) => one.notification === notification), `content with ${label}`);
    return textContent;
  };
  return inFirefoxWindow(browser, press, answer);
}

/** Takes back the permission for an origin (`https://hub.example`) as a user does: by its switch in the add-ons manager. */
export async function withdrawInAddonsManager(
  browser: Browser,
  { geckoId, origin }: { geckoId: string; origin: string },
): Promise<void> {
  const flip = async (until: Until, id: string, site: string) => {
    const { BrowserAddonUI, WebExtensionPolicy, Services } = globalThis as unknown as FirefoxWindow;
    const view = `addons://detail/${encodeURIComponent(id)}/permissions`;
    const manager = await BrowserAddonUI.openAddonsMgr(view);
    const toggle = () =>
      manager.document.querySelector(`moz-toggle[permission-key="${site}/*"]`) as unknown as Toggle | null;
    const isAllowed = () => WebExtensionPolicy.getByID(id).canAccessURI(Services.io.newURI(`${site}/`));
    await until(() => toggle()?.pressed === true, `showing a switch for ${site} that is on`);
    toggle()?.click();
    await until(() => !isAllowed(), `taking back ${site}`);
    manager.close();
  };
  await inFirefoxWindow(browser, flip, geckoId, origin);
}
