import { type Signal, signal } from '@preact/signals';
import { type Ask, isNewer, type Problem, type SettingsView } from '../../messages/index.ts';
import type { SettingsPatch } from '../../settings/index.ts';

/** What all parts of the options page share. */
export interface OptionsState {
  ask: Ask;
  /** What is stored, as last read; undefined until it was. */
  settings: Signal<SettingsView | undefined>;
  /** Why the settings could not be read. */
  loadProblem: Signal<Problem | undefined>;
  /** For people who listen: what just happened. `count` tells two equal sentences apart. */
  announcement: Signal<{ text: string; count: number }>;
  announce(text: string): void;
  /** Takes settings that the background sent, unless newer ones are shown already. */
  show(view: SettingsView): void;
  /** Reads what is stored. Once it is done, the page shows what was stored when it began, or something newer. */
  reload(): Promise<void>;
  /** Changes settings; the page shows what was stored, or the caller the problem. */
  update(patch: SettingsPatch): Promise<Problem | undefined>;
}

export function createOptionsState(ask: Ask): OptionsState {
  const settings = signal<SettingsView | undefined>(undefined);
  const loadProblem = signal<Problem | undefined>(undefined);
  const announcement = signal({ text: '', count: 0 });
  let reads = 0;
  /** The latest read that was answered. */
  let answered = 0;

  const state: OptionsState = {
    ask,
    settings,
    loadProblem,
    announcement,

    announce(text) {
      announcement.value = { text, count: announcement.value.count + 1 };
    },

    show(view) {
      // An answer that was overtaken is older than what is shown: the page never goes back.
      if (isNewer(view, settings.value)) settings.value = view;
      loadProblem.value = undefined;
    },

    async reload() {
      reads += 1;
      const read = reads;
      const reply = await ask('readSettings', {});
      if (reply.ok) state.show(reply.value);
      else if (read > answered) loadProblem.value = reply.problem;
      answered = Math.max(answered, read);
    },

    async update(patch) {
      const reply = await ask('updateSettings', { patch });
      if (!reply.ok) return reply.problem;
      state.show(reply.value);
      return undefined;
    },
  };
  return state;
}
