import { type LanguageChoice, ownName } from '../../../language/index.ts';
import { t } from '../../page/extension.ts';

/** A language in its own words. */
export function languageName(choice: LanguageChoice): string {
  return choice === 'browser' ? t('options_language_browser') : ownName(choice);
}
