import { visible } from '../../web/visible.ts';

/** Commands that people copy from a repository's page, up to their first argument. */
const COMMAND = /^(?:git (?:lfs )?clone|hf download|huggingface-cli download) /i;
/** A quoted piece with a slash in it: an id in a line of code, or the address of a link. */
const QUOTED = /["'`“”‘’]([^"'`“”‘’\s]+\/[^"'`“”‘’\s]+)["'`“”‘’]/;
const LINK = /\]\(([^()\s]+)\)/;
const SSH = /^(?:ssh:\/\/)?git@([^:/\s]+)[:/](\S+)$/i;
const WRAPPING = new Set('"\'`“”‘’«»<>()[],;');

/**
 * The id or address in a text as people paste it: in quotes or brackets, in a command, in a line of code, with characters
 * that cannot be seen, as the address git clones from.
 */
export function pastedText(text: string): string {
  const seen = visible(text);
  const quoted = LINK.exec(seen)?.[1] ?? QUOTED.exec(seen)?.[1];
  const argument = COMMAND.test(seen)
    ? seen
        .replace(COMMAND, '')
        .split(' ')
        .find((word) => !word.startsWith('-') && /[/:]/.test(word))
    : undefined;
  const bare = unwrapped(argument ?? quoted ?? seen);
  const [, host, path] = SSH.exec(bare) ?? [];
  return host && path ? `https://${host}/${path}` : bare;
}

/** The text without quotes, brackets and commas around it. */
function unwrapped(text: string): string {
  let [start, end] = [0, text.length];
  while (start < end && WRAPPING.has(text[start] ?? '')) start += 1;
  while (end > start && WRAPPING.has(text[end - 1] ?? '')) end -= 1;
  return text.slice(start, end).trim();
}
