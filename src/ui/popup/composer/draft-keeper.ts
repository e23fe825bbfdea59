import { type ReadonlySignal, signal } from '@preact/signals';
import type { StorageArea } from '../../../jobs/index.ts';
import { type Draft, parseDraft } from './draft.ts';

const KEY = 'popup:draft';
const PAUSE_MS = 250;

export interface DraftKeeper {
  draft: ReadonlySignal<Draft>;
  change(patch: Partial<Draft>): void;
  /** Writes what waits to be written, at once. */
  flush(): void;
}

/** Keeps what is typed where the popup's closing cannot reach it. What was typed before the stored draft arrived wins. */
export function keepDraft(area: StorageArea): DraftKeeper {
  const draft = signal(parseDraft(undefined));
  let typed: Partial<Draft> = {};
  let loaded = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const load = (stored: unknown) => {
    draft.value = { ...parseDraft(stored), ...typed };
    loaded = true;
    if (Object.keys(typed).length > 0) writeSoon();
  };
  const write = () => {
    clearTimeout(timer);
    timer = undefined;
    // A full disk must not stop the typing; the words stay on the screen.
    area.set({ [KEY]: draft.value }).catch(() => {});
  };
  const writeSoon = () => {
    clearTimeout(timer);
    timer = setTimeout(write, PAUSE_MS);
  };

  area.get(KEY).then(
    (stored) => load(stored[KEY]),
    () => load(undefined),
  );
  return {
    draft,
    change(patch) {
      draft.value = { ...draft.value, ...patch };
      if (loaded) writeSoon();
      else typed = { ...typed, ...patch };
    },
    flush() {
      if (timer !== undefined) write();
    },
  };
}
