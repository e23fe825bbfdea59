import { Icon } from '../../../components/index.ts';
import { t } from '../../../page/extension.ts';

/** Shown instead of the drag handle for a source that a deployer set: it cannot be moved or changed. */
export function LockMark() {
  return (
    <span class="source-lock" title={t('source_item_locked')}>
      <Icon name="lock" />
      <span class="visually-hidden">{t('source_item_locked')}</span>
    </span>
  );
}
