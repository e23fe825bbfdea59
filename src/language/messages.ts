/** The texts of a language by key, from a `messages.json` in `_locales`. */
export type Messages = Readonly<Record<string, string>>;

/**
 * Reads the parsed JSON of a `messages.json`.
 *
 * @throws TypeError where it does not have the form of such a file.
 */
export function parseMessages(json: unknown): Messages {
  if (typeof json !== 'object' || json === null) throw new TypeError('No messages');
  const entries = Object.entries(json as Record<string, { message?: unknown } | null>);
  const messages = entries.map(([key, entry]) => [key, entry?.message] as const);
  if (messages.some(([, message]) => typeof message !== 'string')) throw new TypeError('No message');
  return Object.fromEntries(messages as (readonly [string, string])[]);
}

/** Finds a key's text as `i18n.getMessage` does: `$1` is the first value, `$$` a dollar sign; '' where there is none. */
export function findIn(messages: Messages): FindMessage {
  return (key, values) => {
    const message = Object.hasOwn(messages, key) ? messages[key] : '';
    return (message ?? '').replace(/\$([1-9$])/g, (_, sign: string) =>
      sign === '$' ? '$' : (values[Number(sign) - 1] ?? ''),
    );
  };
}

/** The text of a key with its values; '' where there is none. */
export type FindMessage = (key: string, values: string[]) => string;
