/** What a draft holds of a page's words when they are taken away. */
export const NO_QUOTE = { quote: '', quoteShortened: false, quotePage: '' };

/** The words of a page above what was typed: both are sent, the page's first. */
export function withQuote(quote: string, prompt: string): string {
  return [quote, prompt].filter((words) => words.trim() !== '').join('\n');
}
