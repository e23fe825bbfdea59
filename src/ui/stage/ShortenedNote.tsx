import { MAX_SELECTION } from '../../generation/request.ts';
import { t } from '../page/extension.ts';
import { usePopup } from './context.ts';

/** Says of the shown job that its words were longer, where nobody saw them before they were sent. */
export function ShortenedNote() {
  const { shown, starting } = usePopup();
  if (starting.value || !shown.value?.shortened) return null;
  return <p class="stage-shortened">{t('common_shortened', MAX_SELECTION)}</p>;
}
