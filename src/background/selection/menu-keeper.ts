import type { MenuItem } from './menu-items.ts';

interface MenuKeeperPorts {
  replace(items: readonly MenuItem[]): Promise<void>;
  /** Whether the browser has an item. */
  has(id: string): Promise<boolean>;
  /** The menu as it should be now. */
  wanted(): Promise<MenuItem[]>;
  /** The ids that the first item may have, by mode. */
  parents: readonly string[];
}

/** Keeps the browser's menu as it should be, and touches it only where it is not. */
export function createMenuKeeper({ replace, has, wanted, parents }: MenuKeeperPorts) {
  let built: string | undefined;

  async function build(items: readonly MenuItem[]): Promise<void> {
    const asked = JSON.stringify(items);
    // Set first: of two changes at once the later is built last, and is what counts.
    built = asked;
    await replace(items).catch(() => {
      if (built === asked) built = undefined;
    });
  }

  return {
    /** After an installation, an update, or a start of the browser, whatever is there. */
    rebuild: async () => build(await wanted()),
    /** After a change of settings or styles. */
    async refresh(): Promise<void> {
      const items = await wanted();
      if (JSON.stringify(items) !== built) await build(items);
    },
    /** As a worker starts: browsers keep the menu between workers, but not always. */
    async keep(): Promise<void> {
      const items = await wanted();
      if (built !== undefined) return;
      const parent = items.find(({ id }) => parents.includes(id));
      if (parent && (await has(parent.id))) return;
      await build(items);
    },
  };
}
