import type { Location } from '../../../hub/types.ts';
import type { SettingsView } from '../../../messages/index.ts';
import { t, together } from '../../page/extension.ts';
import { sourceName } from '../../words/source-name.ts';

/** One or two sentences on the outcome of all answers. */
export function outcomeText(location: Location, settings: SettingsView | undefined): string {
  const { outcome, source, confidence, access, alternatives } = location;
  if (outcome !== 'found' || source === undefined) return t(`popup_outcome_${outcome}`);
  return together(
    t('popup_outcome_found', sourceName(settings, source)),
    access === 'gated' && t('popup_outcome_gated'),
    confidence === 'provisional' && t('popup_outcome_provisional'),
    alternatives.length > 0 &&
      t(
        'popup_outcome_also',
        alternatives.map((id) => sourceName(settings, id)),
      ),
  );
}
