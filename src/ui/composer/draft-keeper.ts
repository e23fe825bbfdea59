import { type ReadonlySignal, signal } from '@preact/signals';
import type { StorageArea } from '../../jobs/index.ts';
import { onTimer, type Schedule } from '../stage/schedule.ts';
import { type Draft, parseDraft } from './draft.ts';

/** Where the draft lies: what another page puts there is what the composer begins with. */
export const DRAFT_KEY = 'popup:draft';
/** How long a write may hold up the next one: what is typed is on its way within this time. */
const LONGEST_WAIT_MS = 100;

export interface DraftKeeper {
  draft: ReadonlySignal<Draft>;
  change(patch: Partial<Draft>): void;
  /** Whether something was changed since the last `settle`: the user is at the next picture already. */
  changed(): boolean;
  settle(): void;
}

/**
 * Keeps what is typed where the popup's closing cannot reach it: every key is written at once, and those that come
 * while a write runs with the next. A popup that closes gives no time to write afterwards. What was typed before the
 * stored draft arrived wins.
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
    // A full disk must not stop the typing; the words stay on the screen.
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
