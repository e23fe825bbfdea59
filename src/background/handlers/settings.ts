import type { Handlers } from '../../messages/index.ts';
import type { House } from '../house.ts';
import { done, refused, storing } from '../reply.ts';
import { toSettingsView } from '../settings-view.ts';

type SettingsHandlers = Pick<Handlers, 'readSettings' | 'updateSettings'>;

/** What pages can do with settings. */
export function settingsHandlers({ settings, snapshot, announceSettings }: House): SettingsHandlers {
  return {
    readSettings: () => storing(async () => done(toSettingsView(await snapshot()))),
    updateSettings: ({ patch }) =>
      storing(async () => {
        const problem = await settings.update(patch);
        if (problem)
          return refused(problem.code, problem.subject === undefined ? {} : { subject: problem.subject });
        announceSettings();
        return done(toSettingsView(await snapshot()));
      }),
  };
}
