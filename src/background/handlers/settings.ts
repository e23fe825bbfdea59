import type { Handlers } from '../../messages/index.ts';
import { isBoundTo } from '../../settings/index.ts';
import { done, refusedFor, storing } from '../reply.ts';
import type { Services } from '../services.ts';
import { toSettingsView } from '../state/settings-view.ts';

type SettingsHandlers = Pick<Handlers, 'readSettings' | 'updateSettings' | 'agreeToLookUps'>;

/** The handlers of messages about settings. */
export function settingsHandlers({
  settings,
  secrets,
  agreement,
  current,
  announceSettings,
}: Services): SettingsHandlers {
  /**
   * Deletes the token for the user's own API URL when that URL has another origin now: the token would be sent nowhere, and no
   * page would show it.
   */
  async function forgetLeftToken(): Promise<void> {
    const [state, { secrets: open, sealed }] = await Promise.all([settings.read(), secrets.read()]);
    const saved = open.endpoint ?? sealed.endpoint;
    if (saved && !isBoundTo(state.settings.huggingface.apiUrl, saved)) await secrets.remove('endpoint');
  }

  return {
    readSettings: () => storing(async () => done(toSettingsView(await current()))),
    agreeToLookUps: () =>
      storing(async () => {
        await agreement.give();
        return done(await announceSettings());
      }),
    updateSettings: ({ patch }) =>
      storing(async () => {
        const problem = await settings.update(patch);
        if (problem) return refusedFor(problem);
        if (patch.huggingface?.apiUrl !== undefined) await forgetLeftToken();
        return done(await announceSettings());
      }),
  };
}
