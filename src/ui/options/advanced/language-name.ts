import { type LanguageChoice, ownName } from '../../../language/index.ts';
import { t } from '../../page/extension.ts';

/** The name of a language in that language. */
export function languageName(choice: LanguageChoice): string {
  return choice === 'browser' ? t('options_language_browser') : ownName(choice);
}
