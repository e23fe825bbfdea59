/**
 * A prompt, or what a picture should leave out, as it is sent: without half characters (a lone surrogate is no text any
 * more), without control characters except line breaks and tabs, and without the blanks around it.
 */
export function cleanPrompt(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/\p{Surrogate}|(?![\n\t])\p{Cc}/gu, '')
    .trim();
}
