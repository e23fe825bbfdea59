import { useState } from 'preact/hooks';
import type { SourceView } from '../../../messages/index.ts';
import { Button } from '../../components/index.ts';
import { t } from '../../page/extension.ts';
import { problemText } from '../../page/problem-text.ts';
import { useFocusOnMount } from '../../page/use-focus-on-mount.ts';
import { useOptions } from '../options-context.ts';
import { type Tested, TestOutcome } from './TestOutcome.tsx';

interface SourceActionsProps {
  source: SourceView;
  locked: boolean;
  describedBy: string;
  /** Back from editing: the focus returns to where it came from. */
  focus: boolean;
  onEdit: () => void;
  onRemoved: () => void;
}

export function SourceActions({ source, locked, describedBy, focus, ...on }: SourceActionsProps) {
  const { ask, reload } = useOptions();
  const [tested, setTested] = useState<Tested>();
  const [error, setError] = useState<string>();
  const editButton = useFocusOnMount<HTMLButtonElement>(focus);

  const test = async () => {
    if (tested === 'running') return;
    setTested('running');
    setTested(await ask('testSource', { id: source.id }));
  };

  const remove = async () => {
    const reply = await ask('removeSource', { id: source.id });
    if (!reply.ok) return setError(problemText(reply.problem));
    on.onRemoved();
    await reload();
  };

  const shared = { small: true, 'aria-describedby': describedBy } as const;
  return (
    <>
      <span class="actions">
        <Button {...shared} ref={editButton} onClick={on.onEdit}>
          {t(locked ? 'source_edit_token' : 'source_edit')}
        </Button>
        <Button {...shared} onClick={test}>
          {t('source_test')}
        </Button>
        {!locked && (
          <Button {...shared} onClick={remove}>
            {t('source_remove')}
          </Button>
        )}
      </span>
      {error && (
        <p class="error-text" role="alert">
          {error}
        </p>
      )}
      <TestOutcome source={source} tested={tested} />
    </>
  );
}
