import { type Signal, signal } from '@preact/signals';
import { type Ask, isNewer, type Problem, type SettingsView } from '../../messages/index.ts';
import type { SettingsPatch } from '../../settings/index.ts';

/** The state that all parts of the options page share. */
export interface OptionsState {
  ask: Ask;
  /** The settings as last read; undefined before the first read. */
  settings: Signal<SettingsView | undefined>;
  /** Why the settings could not be read. */
  loadProblem: Signal<Problem | undefined>;
  /** The text of the live region. `count` makes two equal sentences differ. */
  announcement: Signal<{ text: string; count: number }>;
  announce(text: string): void;
  /** Takes settings that the background sent, unless newer ones are shown already. */
  show(view: SettingsView): void;
  /**
   * Reads the stored settings. When it resolves, the page shows the settings of the time of the call, or
   * newer ones.
   */
  reload(): Promise<void>;
  /** Changes settings. The page then shows the stored settings; resolves with the problem when the change failed. */
  update(patch: SettingsPatch): Promise<Problem | undefined>;
}

export function createOptionsState(ask: Ask): OptionsState {
  const settings = signal<SettingsView | undefined>(undefined);
  const loadProblem = signal<Problem | undefined>(undefined);
  const announcement = signal({ text: '', count: 0 });
  let reads = 0;
  /** The number of the latest read that was answered. */
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
      // A slow answer is older than the shown settings, and must not replace them.
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
