import { useState } from 'preact/hooks';
import type { SourceView } from '../../../../messages/index.ts';
import { verdictWords } from '../../../account/token-verdict.ts';
import { Button } from '../../../components/index.ts';
import { t } from '../../../page/extension.ts';
import { say } from '../../../page/sentence.ts';
import { useFocusOnMount } from '../../../page/use-focus-on-mount.ts';
import type { HubsState } from '../hubs-state.ts';
import { EditSource } from './EditSource.tsx';
import { TestOutcome } from './TestOutcome.tsx';

interface SourceMoreProps {
  source: SourceView;
  hubs: HubsState;
  locked: boolean;
  describedBy: string;
}

/** The less frequent actions on a source: test it, change it. */
export function SourceMore({ source, hubs, locked, describedBy }: SourceMoreProps) {
  const [editing, setEditing] = useState<boolean>();
  if (editing) {
    return (
      <div class="source-more">
        <EditSource source={source} onDone={() => setEditing(false)} />
      </div>
    );
  }
  return (
    <div class="source-more">
      <p class="source-address">
        <code>{source.url}</code>
      </p>
      <TokenLine source={source} />
      <SourceActions
        {...{ source, hubs, locked, describedBy }}
        // After editing, the focus returns to the *Edit* button.
        focus={editing === false}
        onEdit={() => setEditing(true)}
      />
      <TestOutcome source={source} tested={hubs.tests.value[source.id]} />
    </div>
  );
}

function TokenLine({ source: { token, name } }: { source: SourceView }) {
  if (!token) return null;
  if (token.locked) return <p>{t('source_token_locked')}</p>;
  const { tone, words } = verdictWords(token.verdict, name, token.account);
  return (
    <p>
      {t('source_token', token.endsIn)} <span class={`token-${tone}`}>{say(words)}</span>
    </p>
  );
}

function SourceActions(props: SourceMoreProps & { focus: boolean; onEdit: () => void }) {
  const { source, hubs, locked, describedBy, focus, onEdit } = props;
  const edit = useFocusOnMount<HTMLButtonElement>(focus);
  const shared = { small: true, 'aria-describedby': describedBy } as const;
  return (
    <span class="actions">
      <Button {...shared} ref={edit} onClick={onEdit}>
        {t(locked ? 'source_edit_token' : 'source_edit')}
      </Button>
      <Button {...shared} onClick={() => void hubs.test(source.id)}>
        {t('source_test')}
      </Button>
    </span>
  );
}
