interface Change {
  id: number;
  state?: { current?: string | undefined } | undefined;
  error?: { current?: string | undefined } | undefined;
}

/** What is needed of the browser's downloads. */
export interface Downloads {
  onChanged: {
    addListener(listener: (change: Change) => void): void;
    removeListener(listener: (change: Change) => void): void;
  };
  search(query: { id: number }): Promise<{ state?: string | undefined; error?: string | undefined }[]>;
}

/** Milliseconds. What takes longer waits for something that nobody can know, as a scanner of files, and may still end well. */
const WITHIN_MS = 60_000;

/**
 * Resolves when a download that has begun is on the disk, or when the user ended it. Rejects where the browser could not write it:
 * the disk is full, the folder is not writable, a policy or a scanner refuses it.
 */
export function downloadEnd(downloads: Downloads, id: number, withinMs = WITHIN_MS): Promise<void> {
  return new Promise((resolve, reject) => {
    const settle = (state: string | undefined, error: string | undefined) => {
      if (state !== 'complete' && state !== 'interrupted') return;
      stop();
      if (state === 'complete' || error?.startsWith('USER_')) resolve();
      else reject(new Error(`The file could not be saved: ${error ?? 'unknown'}`));
    };
    const onChanged = (change: Change) => {
      if (change.id === id) settle(change.state?.current, change.error?.current);
    };
    const timer = setTimeout(() => {
      stop();
      resolve();
    }, withinMs);
    function stop(): void {
      clearTimeout(timer);
      downloads.onChanged.removeListener(onChanged);
    }
    downloads.onChanged.addListener(onChanged);
    // It may have ended before anybody listened.
    void downloads.search({ id }).then(
      ([found]) => settle(found?.state, found?.error),
      () => undefined,
    );
  });
}
