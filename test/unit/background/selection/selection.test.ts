import { describe, expect, test } from 'vitest';
import { EDIT_MENU, STRAIGHT_MENU } from '../../../../src/background/selection/menu-items.ts';
import { createSelection, type SelectionPorts } from '../../../../src/background/selection/selection.ts';

const TAB = { id: 7, windowId: 3 };

function bench(ports: Partial<SelectionPorts> = {}) {
  const log: string[] = [];
  const handed: unknown[] = [];
  const selection = createSelection({
    async openPanel(windowId) {
      log.push(`panel ${windowId}`);
      return true;
    },
    async openPopup() {
      log.push('popup');
      return true;
    },
    async openWindow(isPrivate) {
      log.push(isPrivate ? 'private window' : 'window');
    },
    async handOver(what, isPrivate) {
      handed.push(isPrivate ? ['private', what] : what);
    },
    isPrivateInFront: async () => false,
    knownMode: () => undefined,
    readMode: async () => 'edit-first',
    readPage: async () => 'a red fox',
    pageOf: async () => undefined,
    async generate({ text, shortened }, style) {
      log.push(`generate ${shortened ? 'the beginning' : text} in ${style}`);
      return true;
    },
    ...ports,
  });
  return { log, handed, selection };
}
const click = (style: string, parentMenuItemId: string, selectionText = 'a red fox') => ({
  menuItemId: `generate-from-selection:${style}`,
  parentMenuItemId,
  selectionText,
});

describe('edit first', () => {
  // "sidePanel.open() may only be called in response to a user gesture": after any await it is too late.
  test('opens the panel in the first turn of the click, in the window it was made in', () => {
    const { log, selection } = bench();
    void selection.clicked(click('none', EDIT_MENU), TAB);
    expect(log).toEqual(['panel 3']);
  });

  test('hands the text over with the chosen style, and sends nothing', async () => {
    const { log, handed, selection } = bench();
    await selection.clicked(click('noir', EDIT_MENU), TAB);
    expect(handed).toEqual([{ quote: 'a red fox', style: 'noir' }]);
    expect(log).toEqual(['panel 3']);
  });

  test('falls back to the popup, and from there to a small window', async () => {
    const refused = { openPanel: async () => false };
    const { log, selection } = bench(refused);
    await selection.clicked(click('none', EDIT_MENU), TAB);
    expect(log).toEqual(['popup']);
    const nowhere = bench({ ...refused, openPopup: async () => false });
    await nowhere.selection.clicked(click('none', EDIT_MENU), TAB);
    expect(nowhere.log).toEqual(['window']);
    expect(nowhere.handed).toEqual([{ quote: 'a red fox' }]);
  });

  test('says that a long text was shortened', async () => {
    const { handed, selection } = bench();
    await selection.clicked(click('none', EDIT_MENU, 'A fox. '.repeat(300_000)), TAB);
    expect(handed).toEqual([{ quote: expect.stringMatching(/^(?:A fox\. )+A fox\.$/), shortened: true }]);
  });

  test('hands the address of its page over where it may be kept', async () => {
    const { handed, selection } = bench({ pageOf: async (tab) => tab?.url });
    await selection.clicked(click('none', EDIT_MENU), { ...TAB, url: 'https://one.example/' });
    expect(handed).toEqual([{ quote: 'a red fox', page: 'https://one.example/' }]);
  });

  test('opens although storage takes nothing', async () => {
    const { log, selection } = bench({
      handOver: () => Promise.reject(new Error('full')),
      openPanel: async () => false,
    });
    await selection.clicked(click('none', EDIT_MENU), TAB);
    expect(log).toEqual(['popup']);
  });

  test('lets the style be chosen where there are more than the menu holds', async () => {
    const { handed, selection } = bench();
    await selection.clicked(click('more', EDIT_MENU), TAB);
    expect(handed).toEqual([{ quote: 'a red fox', choosesStyle: true }]);
  });
});

describe('straight away', () => {
  test('begins the picture and opens nothing', async () => {
    const { log, handed, selection } = bench();
    await selection.clicked(click('noir', STRAIGHT_MENU), TAB);
    expect(log).toEqual(['generate a red fox in noir']);
    expect(handed).toEqual([]);
  });

  test('tells the job that a long text was shortened', async () => {
    const { log, selection } = bench();
    await selection.clicked(click('noir', STRAIGHT_MENU, 'A fox. '.repeat(2_000)), TAB);
    expect(log).toEqual(['generate the beginning in noir']);
  });

  test('brings a text that could not be begun to the composer: it is not lost', async () => {
    const { log, handed, selection } = bench({ generate: async () => false });
    await selection.clicked(click('none', STRAIGHT_MENU), TAB);
    expect(handed).toEqual([{ quote: 'a red fox' }]);
    expect(log).toEqual(['popup']);
  });

  test.each(['', '  \n ', '\u202e', '\ud83d'])(
    'says of %j that there are no words in it, and pays nothing',
    async (text) => {
      const { log, handed, selection } = bench();
      await selection.clicked(click('none', STRAIGHT_MENU, text), TAB);
      expect(handed).toEqual([{ problem: 'SELECTION_EMPTY' }]);
      expect(log.filter((line) => line.startsWith('generate'))).toEqual([]);
    },
  );
});

test('another menu is none of ours', async () => {
  const { log, handed, selection } = bench();
  await selection.clicked({ menuItemId: 'open-on-hub', selectionText: 'a fox' }, TAB);
  expect([log, handed]).toEqual([[], []]);
});

// A private tab's words must not pass for those of the tab beside it, which was clicked a moment later.
test('each picture is begun for the tab that its words come from', async () => {
  const begun: unknown[] = [];
  const { selection } = bench({
    async generate({ text }, _style, tab) {
      begun.push([text, tab]);
      return true;
    },
    readMode: async () => 'straight-away',
    readPage: async () => 'by a key',
  });
  const isPrivate = { id: 8, windowId: 4, incognito: true, url: 'https://one.example/' };
  await Promise.all([
    selection.pressed(isPrivate),
    selection.clicked(click('photo', STRAIGHT_MENU, 'by the menu'), TAB),
  ]);
  expect(begun).toHaveLength(2);
  expect(begun).toEqual(
    expect.arrayContaining([
      ['by a key', isPrivate],
      ['by the menu', TAB],
    ]),
  );
});

test('what comes from a private window is handed over as such, and to a window of that kind', async () => {
  const { log, handed, selection } = bench({
    openPanel: async () => false,
    openPopup: async () => false,
    isPrivateInFront: async () => true,
  });
  const tab = { ...TAB, incognito: true };
  await selection.clicked(click('none', EDIT_MENU), tab);
  await selection.pressed(tab);
  await selection.typed('a fox');
  expect(handed).toEqual([
    ['private', { quote: 'a red fox' }],
    ['private', { quote: 'a red fox' }],
    ['private', { prompt: 'a fox' }],
  ]);
  expect(log).toEqual(['private window', 'private window', 'private window']);
});

describe('by a key', () => {
  test('what is selected in the tab is taken, by the mode as it is stored', async () => {
    const { log, selection } = bench({ readMode: async () => 'straight-away' });
    await selection.pressed(TAB);
    expect(log).toEqual(['generate a red fox in none']);
  });

  test('the panel opens in the first turn where the mode is known', () => {
    const { log, selection } = bench({ knownMode: () => 'edit-first' });
    void selection.pressed(TAB);
    expect(log).toEqual(['panel 3']);
  });

  test('a worker that just started opens the popup instead', async () => {
    const { log, handed, selection } = bench();
    await selection.pressed(TAB);
    expect(log).toEqual(['popup']);
    expect(handed).toEqual([{ quote: 'a red fox' }]);
  });

  test('a page that lets nobody in is said', async () => {
    const { handed, selection } = bench({ readPage: async () => undefined });
    await selection.pressed(TAB);
    expect(handed).toEqual([{ problem: 'SELECTION_UNREADABLE' }]);
  });
});

test('what is typed in the address bar fills the composer and is never sent', async () => {
  const { log, handed, selection } = bench({ knownMode: () => 'straight-away' });
  await selection.typed(' a red fox ');
  expect(handed).toEqual([{ prompt: 'a red fox' }]);
  expect(log).toEqual(['panel undefined']);
});

describe('typed in the address bar', () => {
  test('opens the panel in the first turn, with the words as the prompt, and sends nothing', async () => {
    const { log, handed, selection } = bench();
    const done = selection.typed(' a red fox ');
    expect(log).toEqual(['panel undefined']);
    await done;
    expect(handed).toEqual([{ prompt: 'a red fox' }]);
  });

  test('nothing typed opens the composer as it is: an empty prompt took the place of what was in it', async () => {
    for (const text of ['', '   ', '\u202e']) {
      const { log, handed, selection } = bench();
      await selection.typed(text);
      expect([log, handed]).toEqual([['panel undefined'], [{}]]);
    }
  });

  test('a text that is too long is whole: it was cut, and nothing said so', async () => {
    const { handed, selection } = bench();
    await selection.typed('a fox '.repeat(10_000));
    expect(handed).toEqual([{ prompt: 'a fox '.repeat(10_000).trim() }]);
  });
});
