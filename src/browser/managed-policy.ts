import { browser } from 'wxt/browser';

interface PolicyArea {
  get(key: string): Promise<Record<string, unknown>>;
  set(items: Record<string, unknown>): Promise<void>;
}

interface PolicyPorts {
  /** Asks the browser what an administrator set; undefined where there is no policy, or none is supported. */
  ask(): Promise<unknown>;
  area: PolicyArea;
  /** Called when another answer than the last one came too late for whoever asked. */
  changed(): void;
}

/** Chromium takes seconds to answer right after its own start, and milliseconds from then on. */
const PATIENCE_MS = 250;
/** Where the last policy lies, for the time until the browser says what it is now. */
const REMEMBERED_KEY = 'policy';

/** Reads what an administrator set for this extension, without keeping anybody waiting for a browser that just starts. */
export function createPolicyReader({ ask, area, changed }: PolicyPorts): () => Promise<unknown> {
  async function remembered(): Promise<unknown> {
    return (await area.get(REMEMBERED_KEY))[REMEMBERED_KEY];
  }

  async function askAndRemember(): Promise<{ policy: unknown; isNew: boolean }> {
    const policy = await ask();
    // What cannot be remembered still holds.
    const isNew = await remember(policy ?? {}).catch(() => true);
    return { policy, isNew };
  }

  async function remember(policy: unknown): Promise<boolean> {
    const isNew = JSON.stringify(policy) !== JSON.stringify((await remembered()) ?? {});
    if (isNew) await area.set({ [REMEMBERED_KEY]: policy });
    return isNew;
  }

  return async () => {
    const answer = askAndRemember();
    const { promise: patience, resolve } = Promise.withResolvers<undefined>();
    const timer = setTimeout(() => resolve(undefined), PATIENCE_MS);
    const timely = await Promise.race([answer, patience]).finally(() => clearTimeout(timer));
    if (timely) return timely.policy;
    void answer.then(
      ({ isNew }) => isNew && changed(),
      () => undefined,
    );
    return remembered();
  };
}

/** What the browser says of managed policy. Firefox rejects where no managed manifest exists. */
export async function askManagedPolicy(): Promise<unknown> {
  return browser.storage.managed.get(null).catch(() => undefined);
}
