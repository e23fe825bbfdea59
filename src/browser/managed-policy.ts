import { browser } from 'wxt/browser';

interface PolicyArea {
  get(key: string): Promise<Record<string, unknown>>;
  set(items: Record<string, unknown>): Promise<void>;
}

interface PolicyPorts {
  /** Asks the browser what an administrator set; undefined where there is no policy, or none is supported. */
  ask(): Promise<unknown>;
  area: PolicyArea;
  /** Called when a new policy arrives after the time limit of the call that asked for it. */
  changed(): void;
}

/** Milliseconds to wait for the browser: Chromium takes seconds right after its start, and milliseconds later. */
const PATIENCE_MS = 250;
/** Storage key of the last policy, which is used until the browser answers. */
const REMEMBERED_KEY = 'policy';

/** Reads the administrator's policy for this extension. While the browser starts, uses the last known one instead of waiting. */
export function createPolicyReader({ ask, area, changed }: PolicyPorts): () => Promise<unknown> {
  async function remembered(): Promise<unknown> {
    return (await area.get(REMEMBERED_KEY))[REMEMBERED_KEY];
  }

  async function askAndRemember(): Promise<{ policy: unknown; isNew: boolean }> {
    const policy = await ask();
    // The policy is used even if it cannot be stored.
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
