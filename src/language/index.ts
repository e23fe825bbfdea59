export { formattingTag } from './formatting-tag.ts';
export {
  LANGUAGE_CHOICES,
  LANGUAGE_NAMES,
  LANGUAGES,
  type Language,
  type LanguageChoice,
  parseLanguageChoice,
  tagOf,
} from './languages.ts';
export { loadMessages } from './load-messages.ts';
export { findIn, type Messages } from './messages.ts';
export { createTexts, type Texts, type TextValue } from './texts.ts';
