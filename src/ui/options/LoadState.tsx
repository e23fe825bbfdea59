import { Button, Notice, Spinner } from '../components/index.ts';
import { t } from '../page/extension.ts';
import { problemText } from '../page/problem-text.ts';
import { useOptions } from '../page/settings-context.ts';

/** The state of reading the settings: loading, failed, or unreadable values replaced by defaults. */
export function LoadState() {
  const { settings, loadProblem, reload } = useOptions();
  if (loadProblem.value) {
    return (
      <Notice
        tone="error"
        announce="alert"
        title={t('options_load_failed')}
        actions={<Button onClick={reload}>{t('options_load_again')}</Button>}
      >
        <p>{problemText(loadProblem.value)}</p>
      </Notice>
    );
  }
  if (!settings.value) {
    return (
      <p class="actions quiet">
        <Spinner /> {t('options_loading')}
      </p>
    );
  }
  return settings.value.unreadable && <Notice tone="caution">{t('options_repaired')}</Notice>;
}
