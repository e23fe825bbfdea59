import type { ListChanges, ListEntry } from '../../../settings/index.ts';
import { t } from '../../page/extension.ts';
import { hostOf } from '../../words/host-of.ts';
import { styleName } from '../../words/style-name.ts';
import { fieldNames } from './change-words.ts';

interface ListChangeWordsProps {
  part: 'sources' | 'styles';
  entries: ListChanges;
}

/** Which styles or hubs would come, go or change, by their names: a line each kind. */
export function ListChangeWords({ part, entries }: ListChangeWordsProps) {
  const { added, removed, changed, reordered } = entries;
  const changes = changed.map((entry) =>
    t('options_import_changed_entry', entryName(entry), fieldNames(part, entry.fields)),
  );
  return (
    <span class="change-values change-lines">
      {removed.length > 0 && <span>{t('options_import_removed', removed.map(entryName))}</span>}
      {added.length > 0 && <span>{t('options_import_added', added.map(entryName))}</span>}
      {changes.length > 0 && <span>{t('options_import_changed', changes)}</span>}
      {reordered && <span>{t('options_import_reordered')}</span>}
    </span>
  );
}

/** A hub is named with its host, since it can give itself any name. */
function entryName(entry: ListEntry): string {
  const { id, name, url } = entry;
  if (url === undefined) return styleName(entry);
  const [called, host] = [name ?? id, hostOf(url)];
  return called === host ? called : t('common_name_at_host', called, host);
}
