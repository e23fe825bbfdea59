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
