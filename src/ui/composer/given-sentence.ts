import type { MadeWith } from '../../gallery/index.ts';
import type { TextValue } from '../../language/index.ts';
import type { TakenSettings } from './taken-settings.ts';

interface PageTexts {
  /** The text of a key of `_locales`. */
  t(key: string, ...values: TextValue[]): string;
  /** Whole sentences in one text. */
  together(...sentences: (string | false)[]): string;
}

/**
 * What was taken from a picture's file, that the user's own prompt stays where the file holds none, that a style's words are in
 * the prompt, and what was left out.
 */
export function givenSentence(
  { tool }: MadeWith,
  { taken, left, styleInWords }: TakenSettings,
  { t, together }: PageTexts,
): string {
  const names = (fields: TakenSettings['taken']) => fields.map((field) => t(`given_${field}`));
  return together(
    taken.length > 0 && t('given_taken', t(`given_tool_${tool}`), names(taken)),
    taken.length > 0 && !taken.includes('prompt') && t('given_promptStays'),
    styleInWords !== undefined && t('given_style_words', styleInWords),
    left.length > 0 && t('given_left', names(left)),
  );
}
