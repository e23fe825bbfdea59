/** A literal text, or several alternatives of which one is picked. */
type Part = string | { options: string[] };

/**
 * Parses the alternatives in a prompt: `a {red|blue} fox`. Braces without a bar are literal text; so are
 * `\{`, `\}` and `\|`. Braces inside braces are not parsed, and stay as they are.
 */
function partsOf(text: string): Part[] {
  const parts: Part[] = [];
  const pattern = /\\[{}|]|\{((?:\\[{}|]|[^{}\\]|\\(?![{}|]))*)\}/g;
  let end = 0;
  for (const match of text.matchAll(pattern)) {
    const [whole, inside] = match;
    parts.push(text.slice(end, match.index));
    end = match.index + whole.length;
    const options = inside === undefined ? [] : inside.split(/(?<!\\)\|/).map(plain);
    if (inside === undefined) parts.push(plain(whole));
    else parts.push(options.length > 1 ? { options } : plain(whole));
  }
  return [...parts, text.slice(end)];
}

const plain = (text: string) => text.replace(/\\([{}|])/g, '$1');

/** Whether the prompt has alternatives or escapes: then the sent prompt differs from the typed one. */
export function hasAlternatives(text: string): boolean {
  return partsOf(text).some((part) => typeof part !== 'string') || plain(text) !== text;
}

/**
 * The prompt with one alternative picked in each pair of braces. `pick` gets the number of alternatives and
 * returns an index.
 */
export function pickAlternatives(text: string, pick: (count: number) => number): string {
  return partsOf(text)
    .map((part) => (typeof part === 'string' ? part : (part.options[pick(part.options.length)] ?? '')))
    .join('');
}

/** A sent prompt in the form in which it must be typed, with its braces escaped, so that nothing is picked again. */
export function asTyped(prompt: string): string {
  return hasAlternatives(prompt) ? prompt.replace(/[{}|]/g, '\\$&') : prompt;
}
