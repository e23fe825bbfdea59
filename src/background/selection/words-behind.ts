/**
 * What was typed behind the keyword of the address bar, as the browser tells it. Chromium tells the keyword itself, with the
 * blanks behind it, where only blanks were typed.
 */
export function wordsBehind(keyword: string, typed: string): string {
  const isKeywordAlone =
    typed.startsWith(keyword) && typed.length > keyword.length && typed.trim() === keyword;
  return isKeywordAlone ? '' : typed;
}
