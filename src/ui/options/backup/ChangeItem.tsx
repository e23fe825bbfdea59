import type { Difference } from '../../../settings/index.ts';
import { Icon } from '../../components/index.ts';
import { t } from '../../page/extension.ts';
import { partName, valueWords } from './change-words.ts';

interface ChangeItemProps {
  difference: Difference;
  taken: boolean;
  onToggle: () => void;
}

/** One setting that a settings file would change: its value now, and in the file. */
export function ChangeItem({ difference, taken, onToggle }: ChangeItemProps) {
  return (
    <li>
      <label class="change">
        <input type="checkbox" class="change-tick" checked={taken} onChange={onToggle} />
        <span>{partName(difference.part)}</span>
        {difference.part !== 'tokens' && <Values difference={difference} />}
      </label>
    </li>
  );
}

function Values({ difference: { part, now, inFile } }: { difference: Difference }) {
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
