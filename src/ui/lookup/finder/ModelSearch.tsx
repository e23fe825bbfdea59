import { type Signal, useSignal } from '@preact/signals';
import type { ComponentChildren, RefObject } from 'preact';
import { useEffect } from 'preact/hooks';
import type { Problem, RepositoryTarget } from '../../../messages/index.ts';
import { Button } from '../../components/Button.tsx';
import { Notice } from '../../components/Notice.tsx';
import { Spinner } from '../../components/Spinner.tsx';
import { TextField } from '../../components/TextField.tsx';
import { ask, t } from '../../page/extension.ts';
import { problemText } from '../../page/problem-text.ts';
import { looksLikeRepository } from './looks-like-repository.ts';
import { ModelStart } from './ModelStart.tsx';
import { SearchResults } from './SearchResults.tsx';
import { SourcesButton } from './SourcesButton.tsx';
import { useModelSearch } from './use-model-search.ts';

interface ModelSearchProps {
  query: Signal<string>;
  status: Signal<string>;
  onUse: (model: string) => void;
  onLookUp: (repository: RepositoryTarget) => void;
  /** Whether sources may be asked for their models before anything is typed. */
  canAsk: boolean;
  /** The search field. */
  field: RefObject<HTMLInputElement | null>;
  /** Notices that stand below the results. */
  children: ComponentChildren;
}

/** The search field. Words search every source; an id or an address can also be looked up as a repository. */
export function ModelSearch({ query, status, onUse, onLookUp, canAsk, field, children }: ModelSearchProps) {
  const problem = useSignal<Problem | undefined>(undefined);
  const isRepository = looksLikeRepository(query.value);
  const isAddress = query.value.includes('://');
  const { busy, search, problem: failure, again } = useModelSearch(isAddress ? '' : query.value);
  const listed = useModelSearch('', { lists: canAsk });
  const isEmpty = query.value.trim() === '';

  useEffect(() => field.current?.focus(), [field]);
  useEffect(() => {
    // Without a query nothing is announced: the models that are then listed can be read on the page.
    if (isEmpty) status.value = '';
    else if (busy) status.value = t('popup_searching');
    else status.value = search ? t('popup_models_found', search.hits.length) : '';
  }, [busy, search, status, isEmpty]);

  function searchAgain() {
    again();
    // The button disappears with the failure, so the field gets the focus.
    field.current?.focus();
  }

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
        placeholder={t('popup_search_hint')}
        spellcheck={false}
        ref={field}
        aside={
          busy &&
          !isEmpty && (
            <span class="searching">
              <Spinner /> {t('popup_searching')}
            </span>
          )
        }
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
      <div class="finder-body">
        {isRepository && (
          <Button variant="primary" onClick={() => void lookUp()}>
            {t('popup_look_up')}
          </Button>
        )}
        {problem.value?.code === 'REPOSITORY_UNKNOWN_HOST' && <SourcesButton />}
        {isEmpty && <ModelStart listed={canAsk ? listed : undefined} onUse={onUse} />}
        {failure && !isEmpty && (
          <Notice
            tone="error"
            announce="alert"
            actions={
              <Button small icon="again" onClick={searchAgain}>
                {t('common_retry')}
              </Button>
            }
          >
            <p>{problemText(failure)}</p>
          </Notice>
        )}
        {search && !isEmpty && (
          <SearchResults
            search={search}
            busy={busy}
            onAgain={searchAgain}
            onUse={onUse}
            onLookUp={(id) => onLookUp({ type: 'model', id })}
          />
        )}
        {children}
      </div>
    </>
  );
}
