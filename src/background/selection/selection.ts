import { cleanForeignText } from '../../generation/index.ts';
import type { HandOver } from '../../messages/index.ts';
import type { SelectionMode } from '../../settings/index.ts';
import { type ComposerPorts, createCompose, type Opening } from './compose.ts';
import { readMenuClick } from './menu-items.ts';
import { readSelection, type Selection } from './read-selection.ts';

export interface Tab {
  id?: number | undefined;
  windowId?: number | undefined;
  url?: string | undefined;
  incognito?: boolean;
}

export interface MenuClick {
  menuItemId: string | number;
  parentMenuItemId?: string | number | undefined;
  selectionText?: string | undefined;
}

export interface SelectionPorts extends ComposerPorts {
  /** The mode as it was last read in this worker; undefined before the first read. */
  knownMode(): SelectionMode | undefined;
  readMode(): Promise<SelectionMode>;
  /** Whether the focused window is a private one. */
  isPrivateInFront(): Promise<boolean>;
  /** The selected text of the tab; undefined on pages that extensions may not read. */
  readPage(tabId: number): Promise<string | undefined>;
  /** Starts a job for text from this tab. False when the job could not be started. */
  generate(words: Selection, style: string, tab: Tab | undefined): Promise<boolean>;
  /** The tab's address, where the user allows that it is kept with a picture of its text. */
  pageOf(tab: Tab | undefined): Promise<string | undefined>;
}

/** Creates the handlers for text that was selected on a page or typed in the address bar. */
export function createSelection(ports: SelectionPorts) {
  const compose = createCompose(ports);

  /**
   * Starts the picture at once (`straight-away`), or brings the text to the composer (`edit-first`). A picture that cannot be
   * started is brought to the composer, too, which says why.
   */
  async function take(
    selected: string,
    { mode, ...choice }: { mode: SelectionMode; style: string; choosesStyle: boolean },
    tab: Tab | undefined,
    opening: Opening,
  ): Promise<void> {
    const words = readSelection(selected);
    const { text, shortened } = words;
    if (text === '') return compose({ problem: 'SELECTION_EMPTY' }, opening);
    if (mode === 'straight-away' && (await ports.generate(words, choice.style, tab))) return;
    const page = await ports.pageOf(tab);
    const what: HandOver = {
      quote: text,
      ...(shortened && { shortened }),
      ...(page !== undefined && { page }),
      ...(choice.style !== 'none' && { style: choice.style }),
      ...(choice.choosesStyle && { choosesStyle: true }),
    };
    await compose(what, opening);
  }

  return {
    /** A click in the menu. The panel is opened before the first await: browsers allow it only then. */
    async clicked(click: MenuClick, tab: Tab | undefined): Promise<void> {
      const choice = readMenuClick(click, ports.knownMode() ?? 'edit-first');
      if (!choice) return;
      const { selectionText = '' } = click;
      const isShown = choice.mode === 'edit-first' || selectionText.trim() === '';
      await take(selectionText, choice, tab, {
        ...(isShown && { panel: ports.openPanel(tab?.windowId) }),
        ...isPrivate(tab),
      });
    },

    /** The keyboard shortcut. It does not tell the mode, which is read from storage unless this worker has read it already. */
    async pressed(tab: Tab | undefined): Promise<void> {
      const opening: Opening = {
        ...(ports.knownMode() === 'edit-first' && { panel: ports.openPanel(tab?.windowId) }),
        ...isPrivate(tab),
      };
      const selected = tab?.id === undefined ? undefined : await ports.readPage(tab.id);
      if (selected === undefined) return compose({ problem: 'SELECTION_UNREADABLE' }, opening);
      const mode = opening.panel ? 'edit-first' : await ports.readMode();
      await take(selected, { mode, style: 'none', choosesStyle: false }, tab, opening);
    },

    /**
     * Text was typed after the keyword in the address bar. It goes to the composer and is never sent without a press. A text that
     * is too long is not cut: the prompt field keeps it and shows an error. An empty text leaves the draft as it is.
     */
    async typed(text: string): Promise<void> {
      const panel = ports.openPanel(undefined);
      const opening: Opening = { panel, isPrivate: await ports.isPrivateInFront() };
      const prompt = cleanForeignText(text);
      await compose(prompt === '' ? {} : { prompt }, opening);
    },
  };
}

const isPrivate = (tab: Tab | undefined) => (tab?.incognito ? { isPrivate: true } : {});
