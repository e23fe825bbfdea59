import { type Signal, useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { Problem, RepositoryTarget } from '../../../messages/index.ts';
import { Button } from '../../components/Button.tsx';
import { Notice } from '../../components/Notice.tsx';
import { Spinner } from '../../components/Spinner.tsx';
import { TextField } from '../../components/TextField.tsx';
import { ask, t } from '../../extension.ts';
import { problemText } from '../../problem-text.ts';
import { looksLikeRepository } from './looks-like-repository.ts';
import { SearchResults } from './SearchResults.tsx';
import { useModelSearch } from './use-model-search.ts';

interface ModelSearchProps {
  query: Signal<string>;
  status: Signal<string>;
  onUse: (model: string) => void;
  onLookUp: (repository: RepositoryTarget) => void;
}

/** One field for both: words search every source; an id or a pasted address can be looked up as it is. */
export function ModelSearch({ query, status, onUse, onLookUp }: ModelSearchProps) {
  const problem = useSignal<Problem | undefined>(undefined);
  const isRepository = looksLikeRepository(query.value);
  const found = useModelSearch(query.value.includes('://') ? '' : query.value);

  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  useEffect(() => {
    if (found.state === 'searching') status.value = t('popup_searching');
    else if (found.state === 'found') status.value = t('popup_models_found', found.search.hits.length);
    else status.value = '';
  }, [found, status]);

  async function lookUp() {
    const reply = await ask('parseRepository', { text: query.value.trim().slice(0, 2000) });
    if (reply.ok) onLookUp(reply.value.repository);
    else problem.value = reply.problem;
  }

  return (
    <>
      <TextField
        type="search"
        label={t('popup_search_label')}
        hint={t('popup_search_hint')}
        spellcheck={false}
        ref={field}
        {...(problem.value && { error: problemText(problem.value) })}
        value={query.value}
        onInput={(text) => {
          problem.value = undefined;
          query.value = text;
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && isRepository) void lookUp();
        }}
      />
      {isRepository && (
        <Button variant="primary" onClick={() => void lookUp()}>
          {t('popup_look_up')}
        </Button>
      )}
      {found.state === 'searching' && (
        <p class="row quiet">
          <Spinner /> {t('popup_searching')}
        </p>
      )}
      {found.state === 'failed' && (
        <Notice tone="error" announce="alert">
          <p>{problemText(found.problem)}</p>
        </Notice>
      )}
      {found.state === 'found' && (
        <SearchResults
          search={found.search}
          onUse={onUse}
          onLookUp={(id) => onLookUp({ type: 'model', id })}
        />
      )}
    </>
  );
}
