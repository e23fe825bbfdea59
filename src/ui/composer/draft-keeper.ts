import { type ReadonlySignal, signal } from '@preact/signals';
import type { StorageArea } from '../../jobs/index.ts';
import { DRAFT_KEY } from '../../messages/index.ts';
import { onTimer, type Schedule } from '../stage/schedule.ts';
import { type Draft, parseDraft } from './draft.ts';

/** Milliseconds after which the next write starts, even if the last one has not ended. */
const LONGEST_WAIT_MS = 100;

export interface DraftKeeper {
  draft: ReadonlySignal<Draft>;
  change(patch: Partial<Draft>): void;
  /** Whether the draft was changed since the last `settle`. */
  changed(): boolean;
  settle(): void;
}

/**
 * Stores the draft so that it survives when the popup closes, which leaves no time to write: every change is written at
 * once; changes that come while a write runs are written with the next. Fields that were changed before the stored draft was
 * read replace the stored fields.
 */
export function keepDraft(area: StorageArea, schedule: Schedule = onTimer): DraftKeeper {
  const draft = signal(parseDraft(undefined));
  let typed: Partial<Draft> = {};
  let loaded = false;
  let changed = false;
  let busy = false;
  let waiting = false;

  const load = (stored: unknown) => {
    draft.value = { ...parseDraft(stored), ...typed };
    loaded = true;
    if (Object.keys(typed).length > 0) write();
  };
  const write = () => {
    waiting = busy;
    if (busy) return;
    busy = true;
    let over = false;
    const next = () => {
      if (over) return;
      over = true;
      callOff();
      busy = false;
      if (waiting) write();
    };
    const callOff = schedule(next, LONGEST_WAIT_MS);
    // When the disk is full, typing goes on; the text stays on the screen.
    area.set({ [DRAFT_KEY]: draft.value }).then(next, next);
  };

  area.get(DRAFT_KEY).then(
    (stored) => load(stored[DRAFT_KEY]),
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
      if (loaded) write();
      else typed = { ...typed, ...patch };
    },
  };
}
