import { effect, type ReadonlySignal } from '@preact/signals';
import { type ComponentChild, render } from 'preact';
import type { LanguageChoice } from '../../language/index.ts';
import '../theme.css';
import { t } from './extension.ts';
import { pressOnce } from './held-enter.ts';
import { keptChoice, speak } from './speak.ts';
import { startSettings } from './start-settings.ts';

/**
 * Renders a page in the language that was chosen: sets its title (a locale key), its language and its writing
 * direction. When another language is chosen, on whatever page, this page is shown in it at once.
 *
 * @param settings The settings that the page itself reads and keeps up to date; left out: they are read here.
 * @returns Resolves when the page is rendered.
 */
export function startPage(
  title: string,
  page: ComponentChild,
  settings: ReadonlySignal<{ language: LanguageChoice } | undefined> = startSettings().settings,
): Promise<void> {
  pressOnce(window);
  return speak(keptChoice()).then(() => {
    effect(() => {
      document.title = t(title);
      document.documentElement.lang = t('common_language');
      document.documentElement.dir = t('common_direction');
    });
    const root = document.getElementById('root');
    if (root) render(page, root);
    effect(() => {
      if (settings.value) void speak(settings.value.language);
    });
  });
}
