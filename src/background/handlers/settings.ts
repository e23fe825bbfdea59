import type { Handlers } from '../../messages/index.ts';
import { endpointToken } from '../bound-token.ts';
import { done, refused, storing } from '../reply.ts';
import type { House } from '../services.ts';
import { toSettingsView } from '../state/settings-view.ts';

type SettingsHandlers = Pick<Handlers, 'readSettings' | 'updateSettings'>;

/** What pages can do with settings. */
export function settingsHandlers({ settings, secrets, snapshot, announceSettings }: House): SettingsHandlers {
  /** A token belongs to the origin it was given for: when the user's own API URL leaves that, no page would show it. */
  async function forgetLeftToken(): Promise<void> {
    const now = await snapshot();
    if (now.secrets.endpoint && endpointToken(now) === undefined) await secrets.remove('endpoint');
  }

  return {
    readSettings: () => storing(async () => done(toSettingsView(await snapshot()))),
    updateSettings: ({ patch }) =>
      storing(async () => {
        const problem = await settings.update(patch);
        if (problem)
          return refused(problem.code, problem.subject === undefined ? {} : { subject: problem.subject });
        if (patch.huggingface?.apiUrl !== undefined) await forgetLeftToken();
        announceSettings();
        return done(toSettingsView(await snapshot()));
      }),
  };
}
