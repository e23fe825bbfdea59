import type { Difference } from '../../../settings/index.ts';
import { Icon } from '../../components/index.ts';
import { t } from '../../page/extension.ts';
import { valueWords } from './change-words.ts';

/** The value of a setting now, and what it would become. */
export function ChangeValues({ difference: { part, now, inFile } }: { difference: Difference }) {
  const before = valueWords(part, now);
  const after = valueWords(part, inFile);
  if (before === after) return <span class="change-values">{t('options_import_with_changes', after)}</span>;
  return (
    <span class="change-values">
      <bdi class="quiet">{before}</bdi>
      <Icon name="arrow" size={14} />
      <span class="visually-hidden">{t('options_import_becomes')}</span>
      <bdi>{after}</bdi>
    </span>
  );
}
