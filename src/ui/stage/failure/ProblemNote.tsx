import type { Problem } from '../../../messages/index.ts';
import { Button } from '../../components/Button.tsx';
import { t } from '../../page/extension.ts';
import { focusPrompt } from '../../page/focus.ts';
import { problemText } from '../../page/problem-text.ts';
import { usePopup } from '../context.ts';
import { StageNote } from './StageNote.tsx';

/** Why the last press did nothing. */
export function ProblemNote({ problem }: { problem: Problem }) {
  const { forgetProblem } = usePopup();
  function close() {
    forgetProblem();
    focusPrompt();
  }
  return (
    <StageNote
      sign="warning"
      announce="alert"
      title={t('popup_problem_title')}
      actions={<Button onClick={close}>{t('common_close')}</Button>}
    >
      <p>{problemText(problem)}</p>
    </StageNote>
  );
}
