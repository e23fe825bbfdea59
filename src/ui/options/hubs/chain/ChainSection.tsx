import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { RepositoryType } from '../../../../hub/types.ts';
import { CHAIN_PORT } from '../../../../messages/index.ts';
import { Button } from '../../../components/index.ts';
import { createChainAsker } from '../../../lookup/chain-run.ts';
import { connect, t } from '../../../page/extension.ts';
import { problemText } from '../../../page/problem-text.ts';
import { useOptions } from '../../../page/settings-context.ts';
import { Section } from '../../Section.tsx';
import type { HubsState } from '../hubs-state.ts';
import { RepositoryFields } from '../RepositoryFields.tsx';
import { ChainResult } from './ChainResult.tsx';

/** Looks up a repository at every source, and shows the answers as a chain. */
export function ChainSection({ hubs }: { hubs: HubsState }) {
  const { ask } = useOptions();
  const asker = useMemo(() => createChainAsker({ ask, connect: () => connect(CHAIN_PORT) }), [ask]);
  const askButton = useRef<HTMLButtonElement>(null);
  const [text, setText] = useState('');
  const [type, setType] = useState<RepositoryType>('model');
  const run = asker.run.value;
  const asking = run?.phase === 'asking';

  useEffect(() => asker.cancel, [asker]);
  useEffect(() => hubs.note(run?.attempts ?? []), [hubs, run?.attempts]);
  useEffect(() => {
    if (run?.repository) setType(run.repository.type);
  }, [run?.repository]);

  const start = (fresh: boolean) => void asker.start(text, type, fresh);
  const cancel = () => {
    asker.cancel();
    askButton.current?.focus();
  };
  const submit = (event: Event) => {
    event.preventDefault();
    if (!asking) start(false);
  };

  return (
    <Section id="chain" title={t('options_title_chain')} lead={t('chain_lead')}>
      <form class="group" onSubmit={submit} noValidate aria-label={t('options_title_chain')}>
        <RepositoryFields
          label={t('chain_repository')}
          {...{ text, type }}
          error={run?.phase === 'refused' && run.problem ? problemText(run.problem) : undefined}
          onText={setText}
          onType={setType}
        />
        <div class="actions">
          <Button type="submit" variant="primary" ref={askButton} aria-disabled={asking}>
            {t('chain_ask')}
          </Button>
          {asking && <Button onClick={cancel}>{t('options_cancel')}</Button>}
          {run?.phase === 'answered' && (
            <Button icon="again" onClick={() => start(true)}>
              {t('chain_ask_fresh')}
            </Button>
          )}
        </div>
      </form>
      <ChainResult run={run} />
    </Section>
  );
}
