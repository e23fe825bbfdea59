import type { MenuItem } from './menu-items.ts';

interface MenuKeeperPorts {
  replace(items: readonly MenuItem[]): Promise<void>;
  /** Whether the browser has an item. */
  has(id: string): Promise<boolean>;
  /** The menu as it should be now. */
  wanted(): Promise<MenuItem[]>;
  /** The ids that the menu's top item may have, one per mode. */
  parents: readonly string[];
}

/** Keeps the browser's menu up to date, and rebuilds it only when it differs. */
export function createMenuKeeper({ replace, has, wanted, parents }: MenuKeeperPorts) {
  let built: string | undefined;

  async function build(items: readonly MenuItem[]): Promise<void> {
    const asked = JSON.stringify(items);
    // Set before the menu is built: of two changes at once, the later one is built last and is the one to compare with.
    built = asked;
    await replace(items).catch(() => {
      if (built === asked) built = undefined;
    });
  }

  return {
    /** Builds the menu, whatever is there: after an installation, an update, or a start of the browser. */
    rebuild: async () => build(await wanted()),
    /** Builds the menu if it has changed: after a change of settings or styles. */
    async refresh(): Promise<void> {
      const items = await wanted();
      if (JSON.stringify(items) !== built) await build(items);
    },
    /** Builds the menu if it is missing: when a worker starts. Browsers usually keep the menu between workers, but not always. */
    async keep(): Promise<void> {
      const items = await wanted();
      if (built !== undefined) return;
      const parent = items.find(({ id }) => parents.includes(id));
      if (parent && (await has(parent.id))) return;
      await build(items);
    },
  };
}
