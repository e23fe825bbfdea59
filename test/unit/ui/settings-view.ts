import { toSettingsView } from '../../../src/background/state/settings-view.ts';
import type { SettingsView } from '../../../src/messages/index.ts';
import { currentWith, settingsWith } from '../background/snapshots.ts';

/** A saved token as pages are shown it. */
export const TOKEN_VIEW = { endsIn: 'abcd', verdict: 'valid' } as const;

/** What pages are shown of a new profile without any source, with these settings and tokens. */
export function settingsView(
  change: Omit<Parameters<typeof settingsWith>[0], 'sources'> = {},
  tokens: SettingsView['tokens'] = {},
): SettingsView {
  const settings = settingsWith({ ...change, sources: [] });
  return { ...toSettingsView(currentWith({ settings, allowed: {} })), tokens };
}
