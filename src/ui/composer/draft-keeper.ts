import { type ReadonlySignal, signal } from '@preact/signals';
import type { StorageArea } from '../../jobs/index.ts';
import { onTimer, type Schedule } from '../stage/schedule.ts';
import { type Draft, parseDraft } from './draft.ts';

const KEY = 'popup:draft';
const PAUSE_MS = 250;

export interface DraftKeeper {
  draft: ReadonlySignal<Draft>;
  change(patch: Partial<Draft>): void;
  /** Whether something was changed since the last `settle`: the user is at the next picture already. */
  changed(): boolean;
  settle(): void;
  /** Writes what waits to be written, at once. */
  flush(): void;
}

/** Keeps what is typed where the popup's closing cannot reach it. What was typed before the stored draft arrived wins. */
export function keepDraft(area: StorageArea, schedule: Schedule = onTimer): DraftKeeper {
  const draft = signal(parseDraft(undefined));
  let typed: Partial<Draft> = {};
  let loaded = false;
  let changed = false;
  let callOff: (() => void) | undefined;

  const load = (stored: unknown) => {
    draft.value = { ...parseDraft(stored), ...typed };
    loaded = true;
    if (Object.keys(typed).length > 0) writeSoon();
  };
  const write = () => {
    callOff?.();
    callOff = undefined;
    // A full disk must not stop the typing; the words stay on the screen.
    area.set({ [KEY]: draft.value }).catch(() => {});
  };
  const writeSoon = () => {
    callOff?.();
    callOff = schedule(write, PAUSE_MS);
  };

  area.get(KEY).then(
    (stored) => load(stored[KEY]),
    () => load(undefined),
  );
  return {
    draft,
    changed: () => changed,
    settle() {
      changed = false;
    },
    change(patch) {
      changed = true;
      draft.value = { ...draft.value, ...patch };
      if (loaded) writeSoon();
      else typed = { ...typed, ...patch };
    },
    flush() {
      if (callOff) write();
    },
  };
}
