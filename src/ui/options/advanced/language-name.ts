import { LANGUAGE_NAMES, type LanguageChoice } from '../../../language/index.ts';
import { t } from '../../page/extension.ts';

/** A language in its own words. */
export function languageName(choice: LanguageChoice): string {
  return choice === 'browser' ? t('options_language_browser') : LANGUAGE_NAMES[choice];
}
