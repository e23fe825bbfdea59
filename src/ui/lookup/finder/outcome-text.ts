import type { Location } from '../../../hub/types.ts';
import type { SettingsView } from '../../../messages/index.ts';
import { t } from '../../page/extension.ts';
import { sourceName } from '../../words/source-name.ts';

/** One or two sentences on the outcome of all answers. */
export function outcomeText(location: Location, settings: SettingsView | undefined): string {
  const { outcome, source, confidence, access, alternatives } = location;
  if (outcome !== 'found' || source === undefined) return t(`popup_outcome_${outcome}`);
  const also = alternatives.map((id) => sourceName(settings, id)).join(', ');
  return [
    t('popup_outcome_found', sourceName(settings, source)),
    access === 'gated' && t('popup_outcome_gated'),
    confidence === 'provisional' && t('popup_outcome_provisional'),
    also && t('popup_outcome_also', also),
  ]
    .filter(Boolean)
    .join(' ');
}
