import type { Handlers } from '../../messages/index.ts';
import type { House } from '../house.ts';
import { done, refused } from '../reply.ts';
import { toSettingsView } from '../settings-view.ts';

type SettingsHandlers = Pick<Handlers, 'readSettings' | 'updateSettings'>;

/** What pages can do with settings. */
export function settingsHandlers({ settings, snapshot, announceSettings }: House): SettingsHandlers {
  return {
    readSettings: async () => done(toSettingsView(await snapshot())),
    async updateSettings({ patch }) {
      const problem = await settings.update(patch);
      if (problem)
        return refused(problem.code, problem.subject === undefined ? {} : { subject: problem.subject });
      announceSettings();
      return done(toSettingsView(await snapshot()));
    },
  };
}
