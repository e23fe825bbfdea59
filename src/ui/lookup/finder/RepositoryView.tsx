import { type Signal, useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { Location } from '../../../hub/types.ts';
import type { Problem, RepositoryTarget } from '../../../messages/index.ts';
import { visible } from '../../../web/visible.ts';
import { Button } from '../../components/Button.tsx';
import { Notice } from '../../components/Notice.tsx';
import { ask, openPage, t } from '../../page/extension.ts';
import { problemText } from '../../page/problem-text.ts';
import { usePopup } from '../../stage/context.ts';
import { attemptsAbove, isUnclear } from '../unclear-answers.ts';
import { useChain } from '../use-chain.ts';
import { ChainList } from './ChainList.tsx';
import { FileList } from './FileList.tsx';
import { OtherSource } from './OtherSource.tsx';
import { outcomeText } from './outcome-text.ts';
import { SourcesButton } from './SourcesButton.tsx';
import { spelledAs } from './spelled-as.ts';
import { useModelCheck } from './use-model-check.ts';

interface RepositoryViewProps {
  repository: RepositoryTarget;
  status: Signal<string>;
  onUse: (model: string) => void;
}

/** The button that may lead to another answer: ask again, or save another token. */
const HELP: Partial<Record<Location['outcome'], 'again' | 'token'>> = {
  unavailable: 'again',
  'rate-limited': 'again',
  'token-rejected': 'token',
  denied: 'token',
};

/** One repository: which source has it, its page there, and its files. */
export function RepositoryView({ repository, status, onUse }: RepositoryViewProps) {
  const settings = usePopup().settings.value;
  const chain = useChain(repository);
  const problem = useSignal<Problem | undefined>(undefined);
  const { location } = chain;
  const said = location ? outcomeText(location, settings) : chain.problem ? '' : t('popup_chain_asking');
  const found = location?.outcome === 'found';
  const model = useModelCheck(repository);
  const help = chain.problem ? 'again' : location && HELP[location.outcome];

  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  useEffect(() => {
    status.value = said;
  }, [said, status]);

  /** Opens the repository's page at the shown source, or at another source that the user chose instead. */
  async function openItsPage(source = location?.source) {
    problem.value = undefined;
    const reply = await ask('repositoryPage', { repository, ...(source !== undefined && { source }) });
    if (reply.ok) openPage(reply.value.url);
    else problem.value = reply.problem;
  }

  function askAgain() {
    chain.again();
    // The button disappears with the answer, so the view gets the focus.
    heading.current?.focus();
  }

  return (
    <div class="repository">
      <h3 class="repository-id" tabIndex={-1} ref={heading}>
        <bdi>{visible(repository.id)}</bdi> <span class="quiet">{t(`popup_type_${repository.type}`)}</span>
      </h3>
      <ChainList chain={chain} />
      <p>{said}</p>
      {problem.value?.code === 'SOURCE_GIVES_NOTHING' ? (
        <OtherSource
          problem={problem.value}
          onAnswer={(source) => {
            problem.value = undefined;
            heading.current?.focus();
            if (source !== undefined) void openItsPage(source);
          }}
        />
      ) : (
        (chain.problem ?? problem.value) && (
          <Notice tone="error" announce="alert">
            <p>{problemText(chain.problem ?? problem.value ?? { code: 'INTERNAL' })}</p>
          </Notice>
        )
      )}
      {help === 'again' && (
        <div>
          <Button small icon="again" onClick={askAgain}>
            {t('common_retry')}
          </Button>
        </div>
      )}
      {help === 'token' && <SourcesButton />}
      {found && (
        <>
          <div class="row">
            {model === 'offered' && (
              <Button
                small
                variant="primary"
                onClick={() => onUse(spelledAs(repository.id, location.canonicalId))}
              >
                {t('popup_use_model')}
              </Button>
            )}
            <Button small icon="external" onClick={() => void openItsPage()}>
              {t('popup_open_page')}
            </Button>
          </div>
          {model === 'idle' && repository.type === 'model' && <p class="quiet">{t('popup_runnable_no')}</p>}
          <FileList
            repository={repository}
            source={location.source}
            silent={attemptsAbove(location)
              .filter(isUnclear)
              .map(({ source }) => source)}
            status={status}
          />
        </>
      )}
    </div>
  );
}
