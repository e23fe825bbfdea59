import { useEffect } from 'preact/hooks';
import type { SettingsView } from '../../messages/index.ts';
import { announce } from '../page/announcement.ts';
import { askSoon, t } from '../page/extension.ts';

/** Says once that Puter's token was forgotten; the options go on saying it until the account is connected again. */
export function useTellForgotten(forgotten: SettingsView['puterForgotten']): void {
  const isNews = forgotten?.told === false;
  useEffect(() => {
    if (!isNews || !forgotten) return;
    announce(t('puter_forgotten', forgotten.days));
    void askSoon('toldForgotten', {});
  }, [isNews]);
}
