import type { Problem } from '../../../messages/index.ts';
import { Button } from '../../components/index.ts';
import { t } from '../../page/extension.ts';
import { InlineConfirm } from '../../page/InlineConfirm.tsx';
import { useOptions } from '../../page/settings-context.ts';
import { useQuestion } from '../../page/use-question.ts';
import { RowButton } from '../RowButton.tsx';

interface ClearSyncProps {
  onDone: (sentence: string) => void;
  onProblem: (problem: Problem) => void;
}

/** Deletes the settings in the browser's sync, after a question. */
export function ClearSync({ onDone, onProblem }: ClearSyncProps) {
  const { ask } = useOptions();
  const { asking, open, close, button } = useQuestion();
  const clear = async () => {
    const reply = await ask('clearSync', { confirmed: true });
    close();
    if (reply.ok) onDone(t('options_sync_clear_done'));
    else onProblem(reply.problem);
  };
  if (asking)
    return (
      <InlineConfirm
        question={t('options_sync_clear_question')}
        yes={t('options_sync_clear_yes')}
        onYes={clear}
        onNo={close}
      />
    );
  return (
    <RowButton title={t('options_sync_clear_what')} text={t('options_sync_clear_hint')}>
      <Button variant="danger" ref={button} onClick={open}>
        {t('options_sync_clear')}
      </Button>
    </RowButton>
  );
}
