import type { Problem } from '../../../messages/index.ts';
import { Button } from '../../components/Button.tsx';
import { t } from '../../page/extension.ts';
import { usePopup } from '../../stage/context.ts';
import { sourceName, sourcePlaces } from '../../words/source-name.ts';
import { FinderQuestion } from './FinderQuestion.tsx';

interface OtherSourceProps {
  problem: Problem;
  /** Called with the id of the source to use instead, or undefined when the user declines. */
  onAnswer: (source: string | undefined) => void;
}

/**
 * The question when the shown source gives nothing and another one would. The other source may have something else under
 * the same name, so it is used only if the user agrees.
 */
export function OtherSource({ problem, onAnswer }: OtherSourceProps) {
  const settings = usePopup().settings.value;
  const [other = ''] = problem.others ?? [];
  const [shown, instead] = [sourceName(settings, problem.subject ?? ''), sourceName(settings, other)];
  const places = sourcePlaces(settings, [problem.subject ?? '', other]);
  return (
    <FinderQuestion places={places} text={t('popup_other_source', shown, instead)}>
      <Button small onClick={() => onAnswer(other)}>
        {t('popup_use_other_source', instead)}
      </Button>
      <Button small variant="primary" onClick={() => onAnswer(undefined)}>
        {t('common_cancel')}
      </Button>
    </FinderQuestion>
  );
}
