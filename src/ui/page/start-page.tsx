import '@preact/signals';
import { type ComponentChild, render } from 'preact';
import '../theme.css';
import { t } from './extension.ts';

/** Draws a page: sets its title (a locale key), its language and its writing direction first. */
export function startPage(title: string, page: ComponentChild): void {
  document.title = t(title);
  document.documentElement.lang = t('common_language');
  document.documentElement.dir = t('common_direction');
  const root = document.getElementById('root');
  if (root) render(page, root);
}
