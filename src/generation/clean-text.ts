/** Turn the reading direction of everything behind them, and show words that are not those that are sent. */
const DIRECTION_CONTROLS = /[\u202a-\u202e\u2066-\u2069]/gu;
/** Leaves a mark on a page: neither blank, nor one of the signs that only say how others are drawn. */
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

/** The same for text that comes from elsewhere, a page or another person: what is shown of it is what is sent. */
export function cleanForeignText(text: string): string {
  return cleanPrompt(text.replace(DIRECTION_CONTROLS, ''));
}

/** A name on one line. Empty where nothing of it can be seen. */
export function cleanName(text: string): string {
  const name = cleanForeignText(text).replace(/\s+/gu, ' ');
  return VISIBLE.test(name) ? name : '';
}
