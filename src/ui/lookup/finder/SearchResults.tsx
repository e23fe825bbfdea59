import type { ModelHit, ModelSearch } from '../../../messages/index.ts';
import { hasOwnUrl } from '../../../settings/usable-providers.ts';
import { countOf, t } from '../../page/extension.ts';
import { usePopup } from '../../stage/context.ts';
import { ModelResult } from './ModelResult.tsx';
import { SourceFailures } from './SourceFailures.tsx';

interface SearchResultsProps {
  search: ModelSearch;
  busy: boolean;
  onAgain: () => void;
  onUse: (model: string) => void;
  onLookUp: (model: string) => void;
}

/** Models that can make pictures first; below them, quietly, models that no service runs now. */
export function SearchResults({ search, busy, onAgain, onUse, onLookUp }: SearchResultsProps) {
  const view = usePopup().settings.value;
  // No hub can say which models run at the user's own API address.
  const isIdle = ({ runnable }: ModelHit) => runnable === 'no' && !(view && hasOwnUrl(view));
  const idle = search.hits.filter(isIdle);
  const rank = ({ runnable }: ModelHit) => (runnable === 'yes' ? 0 : 1);
  const useful = search.hits.filter((hit) => !isIdle(hit)).toSorted((one, other) => rank(one) - rank(other));
  const results = (hits: readonly ModelHit[]) =>
    hits.map((hit) => (
      <ModelResult
        key={`${hit.item._source} ${hit.item.id}`}
        hit={hit}
        idle={isIdle(hit)}
        onUse={onUse}
        onLookUp={onLookUp}
      />
    ));
  return (
    <>
      <SourceFailures reports={search.sources} onAgain={onAgain} />
      {search.hits.length === 0 && !busy && <p class="quiet">{t('popup_no_models')}</p>}
      {useful.length > 0 && (
        <ul class="results" aria-label={t('popup_models')}>
          {results(useful)}
        </ul>
      )}
      {idle.length > 0 && (
        <section class="model-group">
          <h3 id="models-idle">{t('popup_models_idle')}</h3>
          <ul class="results" aria-labelledby="models-idle">
            {results(idle)}
          </ul>
        </section>
      )}
      {!busy && !search.complete && search.hits.length > 0 && (
        <p class="quiet">{countOf('popup_more_models', search.hits.length)}</p>
      )}
    </>
  );
}
