import { Button } from '../components/Button.tsx';
import { openOptions, t } from '../page/extension.ts';

/** The first open, before any account is there: where to begin. `asked`: Generate was pressed all the same. */
export function Welcome({ asked }: { asked: boolean }) {
  return (
    <div class="welcome">
      <h2>{t('popup_welcome_title')}</h2>
      <p class="quiet">{t('popup_welcome_text')}</p>
      {asked && <p role="alert">{t('popup_welcome_asked')}</p>}
      <div class="row">
        <Button variant="primary" onClick={() => void openOptions('huggingface')}>
          {t('popup_connect_huggingface')}
        </Button>
        <Button onClick={() => void openOptions('puter')}>{t('popup_connect_puter')}</Button>
      </div>
    </div>
  );
}
