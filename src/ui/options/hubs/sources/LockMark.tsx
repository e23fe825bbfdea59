import { Icon } from '../../../components/index.ts';
import { t } from '../../../page/extension.ts';

/** In the place of the handle: this one stays where it is, and as it is. */
export function LockMark() {
  return (
    <span class="source-lock" title={t('source_item_locked')}>
      <Icon name="lock" />
      <span class="visually-hidden">{t('source_item_locked')}</span>
    </span>
  );
}
