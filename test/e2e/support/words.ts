import { readFileSync } from 'node:fs';

const file = new URL('../../../public/_locales/en/messages.json', import.meta.url);
const messages: Record<string, { message: string }> = JSON.parse(readFileSync(file, 'utf8'));

/** What the English locale says under a key. Throws when there is no such key, so that no test waits for nothing. */
export function words(key: string, ...values: (string | number)[]): string {
  const found = messages[key];
  if (found === undefined) throw new Error(`The locale has no ${key}`);
  return found.message.replace(/\$(\d)/g, (_, place) => String(values[Number(place) - 1] ?? ''));
}
