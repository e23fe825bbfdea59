import { Button } from '../components/Button.tsx';
import { openOptions, t } from '../extension.ts';

/** The first open, before any account is there: where to begin. */
export function Welcome() {
  return (
    <div class="welcome">
      <h2>{t('popup_welcome_title')}</h2>
      <p class="quiet">{t('popup_welcome_text')}</p>
      <div class="row">
        <Button onClick={() => void openOptions('huggingface')}>{t('popup_connect_huggingface')}</Button>
        <Button onClick={() => void openOptions('puter')}>{t('popup_connect_puter')}</Button>
      </div>
    </div>
  );
}
