export { formattingTag } from './formatting-tag.ts';
export {
  LANGUAGE_CHOICES,
  LANGUAGES,
  type Language,
  type LanguageChoice,
  ownName,
  parseLanguageChoice,
  tagOf,
} from './languages.ts';
export { type FindMessage, findIn, type Messages } from './messages.ts';
export { type BrowserLanguage, readMessages } from './read-messages.ts';
export { createTexts, type Texts, type TextValue } from './texts.ts';
