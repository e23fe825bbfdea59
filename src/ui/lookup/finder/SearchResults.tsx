import type { ModelSearch } from '../../../messages/index.ts';
import { t } from '../../page/extension.ts';
import { ModelResult } from './ModelResult.tsx';
import { SourceFailures } from './SourceFailures.tsx';

interface SearchResultsProps {
  search: ModelSearch;
  busy: boolean;
  onAgain: () => void;
  onUse: (model: string) => void;
  onLookUp: (model: string) => void;
}

export function SearchResults({ search, busy, onAgain, onUse, onLookUp }: SearchResultsProps) {
  return (
    <>
      <SourceFailures reports={search.sources} onAgain={onAgain} />
      {search.hits.length === 0 ? (
        !busy && <p class="quiet">{t('popup_no_models')}</p>
      ) : (
        <ul class="results" aria-label={t('popup_models')}>
          {search.hits.map((hit) => (
            <ModelResult
              key={`${hit.item._source} ${hit.item.id}`}
              hit={hit}
              onUse={onUse}
              onLookUp={onLookUp}
            />
          ))}
        </ul>
      )}
      {!busy && !search.complete && search.hits.length > 0 && (
        <p class="quiet">{t('popup_more_models', search.hits.length)}</p>
      )}
    </>
  );
}
