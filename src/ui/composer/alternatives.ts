/** Something that stands for itself, or several things of which one is picked. */
type Part = string | { options: string[] };

/**
 * What a prompt offers to choose from: `a {red|blue} fox`. Braces without a bar are words; `\\{`, `\\}` and `\\|` are
 * signs like others. Braces inside braces are not read: they stay as they are.
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

/** Whether anything is picked or any sign is escaped: then what is sent differs from what was typed. */
export function hasAlternatives(text: string): boolean {
  return partsOf(text).some((part) => typeof part !== 'string') || plain(text) !== text;
}

/** The prompt with one of each picked. `pick` gets how many there are and answers a place among them. */
export function pickAlternatives(text: string, pick: (count: number) => number): string {
  return partsOf(text)
    .map((part) => (typeof part === 'string' ? part : (part.options[pick(part.options.length)] ?? '')))
    .join('');
}

/** The prompt that was sent, as it would have to be typed: nothing in it is picked from once more. */
export function asTyped(prompt: string): string {
  return hasAlternatives(prompt) ? prompt.replace(/[{}|]/g, '\\$&') : prompt;
}
