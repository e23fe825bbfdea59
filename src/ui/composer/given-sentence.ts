import type { MadeWith } from '../../gallery/index.ts';
import type { TakenSettings } from './taken-settings.ts';

type Say = (key: string, ...values: string[]) => string;

/**
 * What was taken from a picture's file, that the user's own prompt stays where the file holds none, and what was left out.
 *
 * @param say The text of a key of `_locales`.
 * @param language As `Intl` wants it.
 */
export function givenSentence(
  { tool }: MadeWith,
  { taken, left }: TakenSettings,
  say: Say,
  language: string,
): string {
  const list = new Intl.ListFormat(language, { type: 'conjunction' });
  const names = (fields: TakenSettings['taken']) => list.format(fields.map((field) => say(`given_${field}`)));
  return [
    ...(taken.length > 0 ? [say('given_taken', say(`given_tool_${tool}`), names(taken))] : []),
    ...(taken.length > 0 && !taken.includes('prompt') ? [say('given_promptStays')] : []),
    ...(left.length > 0 ? [say('given_left', names(left))] : []),
  ].join(' ');
}
