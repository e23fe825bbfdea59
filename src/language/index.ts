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
export { loadMessages } from './load-messages.ts';
export { findIn, type Messages } from './messages.ts';
export { createTexts, type Texts, type TextValue } from './texts.ts';
