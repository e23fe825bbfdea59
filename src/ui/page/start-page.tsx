import { type ComponentChild, render } from 'preact';
import { t } from './extension.ts';

/** What every page does first: it says its language and the way that is read, and is drawn. */
export function startPage(root: Element, page: ComponentChild): void {
  document.documentElement.lang = t('common_language');
  document.documentElement.dir = t('common_direction');
  render(page, root);
}
