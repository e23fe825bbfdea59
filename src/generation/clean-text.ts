/**
 * Characters that turn the reading direction of the text after them, so that a user would read other words than those that are
 * sent.
 */
const DIRECTION_CONTROLS = /[\u202a-\u202e\u2066-\u2069]/gu;
/** A character that can be seen: not white space, not a control character, not a sign that only changes how others are drawn. */
const VISIBLE = /[^\s\p{C}\p{Default_Ignorable_Code_Point}\u2800]/u;

/**
 * Cleans a prompt or negative prompt for sending: removes lone surrogates (half characters), control characters except
 * line breaks and tabs, and white space at both ends.
 */
export function cleanPrompt(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/\p{Surrogate}|(?![\n\t])\p{Cc}/gu, '')
    .trim();
}

/**
 * Like `cleanPrompt`, for text from a page or another person: also removes direction controls, so that the text shown is the
 * text sent.
 */
export function cleanForeignText(text: string): string {
  return cleanPrompt(text.replace(DIRECTION_CONTROLS, ''));
}

/** Cleans a name and puts it on one line. Empty when nothing of the name can be seen. */
export function cleanName(text: string): string {
  const name = cleanForeignText(text).replace(/\s+/gu, ' ');
  return VISIBLE.test(name) ? name : '';
}
