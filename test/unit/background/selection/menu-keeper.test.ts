import { describe, expect, test } from 'vitest';
import type { MenuItem } from '../../../../src/background/selection/menu-items.ts';
import { createMenuKeeper } from '../../../../src/background/selection/menu-keeper.ts';

function bench(there: MenuItem[] = []) {
  const state = { there, replaced: 0, wanted: [{ id: 'parent', title: 'One' }] as MenuItem[] };
  const keeper = createMenuKeeper({
    async replace(items) {
      state.replaced += 1;
      state.there = [...items];
    },
    has: async (id) => state.there.some((item) => item.id === id),
    wanted: async () => state.wanted,
    parents: ['parent'],
  });
  return { state, keeper };
}

describe('the menu', () => {
  test('is left alone by a worker that starts where the browser kept it', async () => {
    const { state, keeper } = bench([{ id: 'parent', title: 'One' }]);
    await keeper.keep();
    expect(state.replaced).toBe(0);
  });

  // Firefox forgets menus when an extension is switched off and on, and fires neither onInstalled nor onStartup.
  test('comes back where the browser lost it', async () => {
    const { state, keeper } = bench();
    await keeper.keep();
    expect(state.there).toEqual(state.wanted);
  });

  test('of the other mode is replaced', async () => {
    const { state, keeper } = bench([{ id: 'parent-of-the-other-mode', title: 'One' }]);
    await keeper.keep();
    expect(state.there).toEqual(state.wanted);
  });

  test('is built anew after an installation, whatever is there', async () => {
    const { state, keeper } = bench([{ id: 'parent', title: 'Of an older version' }]);
    await keeper.rebuild();
    expect(state.there).toEqual(state.wanted);
  });

  test('follows a change, and is not touched where nothing changed', async () => {
    const { state, keeper } = bench();
    await keeper.rebuild();
    await keeper.refresh();
    expect(state.replaced).toBe(1);
    state.wanted = [{ id: 'parent', title: 'Two' }];
    await keeper.refresh();
    expect(state.there).toEqual(state.wanted);
  });
});
