import type { Difference } from '../../../settings/index.ts';
import { Icon } from '../../components/index.ts';
import { t } from '../../page/extension.ts';
import { valueWords } from './change-words.ts';
import { ListChangeWords } from './ListChangeWords.tsx';

/** The value of a setting now, and what it would become. */
export function ChangeValues({ difference: { part, now, inFile, entries } }: { difference: Difference }) {
  if (entries && (part === 'sources' || part === 'styles'))
    return <ListChangeWords part={part} entries={entries} />;
  const before = valueWords(part, now);
  const after = valueWords(part, inFile);
  if (before === after) return <span class="change-values">{t('options_import_almost', after)}</span>;
  return (
    <span class="change-values">
      <bdi class="quiet">{before}</bdi>
      <Icon name="arrow" size={14} />
      <span class="visually-hidden">{t('options_import_becomes')}</span>
      <bdi>{after}</bdi>
    </span>
  );
}
