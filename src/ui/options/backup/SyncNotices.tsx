import type { LeftBehind, SyncStatus } from '../../../settings/index.ts';
import { Notice } from '../../components/index.ts';
import { t } from '../../page/extension.ts';
import { styleName } from '../../words/style-name.ts';
import { partName } from './change-words.ts';

/** The settings that did not reach the browser's sync, and why. */
export function SyncNotices({ status: { failed, left } }: { status: SyncStatus }) {
  return (
    <>
      {failed && (
        <Notice tone="caution" announce="status">
          <p>{t('options_sync_failed')}</p>
        </Notice>
      )}
      {left.length > 0 && (
        <Notice tone="info" announce="status">
          <p>{t('options_sync_left', left.map(nameOf))}</p>
        </Notice>
      )}
    </>
  );
}

function nameOf(one: LeftBehind): string {
  if (one.kind === 'style') return styleName(one);
  return one.kind === 'part' ? partName(one.part) : t('options_sync_order');
}
