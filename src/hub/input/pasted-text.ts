import { visible } from '../../web/visible.ts';

/** Commands that people copy from a repository's page, up to their first argument. */
const COMMAND =
  /^(?:[$>#] )?(?:git (?:lfs )?clone|git submodule add|hf download|huggingface-cli download|ollama (?:run|pull)) /i;
/** Patterns in a command or a line of code that say that the id is a dataset's or a Space's. */
const KINDS: readonly [RegExp, string][] = [
  [/--repo-type[= ]["']?dataset|\bload_dataset\(|repo_type ?= ?["']dataset/i, 'datasets'],
  [/--repo-type[= ]["']?space|repo_type ?= ?["']space/i, 'spaces'],
];
/** A quoted piece with a slash in it: an id in a line of code, or the address of a link. */
const QUOTED = /["'`“”‘’]([^"'`“”‘’\s]+\/[^"'`“”‘’\s]+)["'`“”‘’]/;
const LINK = /\]\(([^()\s]+)\)/;
/** An address within other words: a command, a sentence. */
const ADDRESS = /(?:https?|hf):\/\/[^\s"'`“”‘’<>]+/i;
const SSH = /^(?:ssh:\/\/)?git@([^:/\s]+)(?::\d+)?[:/](\S+)$/i;
const WRAPPING = new Set('"\'`“”‘’«»<>()[],;');
/** The brackets of an IPv6 address are part of it. */
const IPV6 = /^\[[\da-f:.]+\]/i;

/**
 * The id or address in a text as people paste it: in quotes or brackets, in a command, in a line of code or a sentence, with
 * characters that cannot be seen, as the address git clones from.
 */
export function pastedText(text: string): string {
  const seen = visible(text);
  const quoted = LINK.exec(seen)?.[1] ?? QUOTED.exec(seen)?.[1];
  const words = seen.replace(COMMAND, '').split(' ');
  const argument = COMMAND.test(seen)
    ? words.find((word, at) => !word.startsWith('-') && !isValue(words[at - 1]) && /[/:]/.test(word))
    : undefined;
  const address = seen.includes(' ') ? ADDRESS.exec(seen)?.[0] : undefined;
  const bare = unwrapped(argument ?? quoted ?? address ?? seen);
  const [, host, path] = SSH.exec(bare) ?? [];
  if (host && path) return `https://${host}/${path}`;
  return address === undefined ? withKind(bare, seen) : bare.replace(/[.!?]+$/, '');
}

/** Whether the word after `before` is the value of an option, as in `--include "*.bin"`. */
function isValue(before: string | undefined): boolean {
  return (
    /^-[^=]+$/.test(before ?? '') &&
    !/^--(?:quiet|no-\S+|force-\S+|recursive|recurse-submodules)$/.test(before ?? '')
  );
}

/** A bare id with the folder of its type in front, where the text around the id says the type. */
function withKind(bare: string, around: string): string {
  const folder = KINDS.find(([kind]) => kind.test(around))?.[1];
  return folder !== undefined && /^[^/:]+\/[^/:]+$/.test(bare) ? `${folder}/${bare}` : bare;
}

/** The text without quotes, brackets and commas around it. */
function unwrapped(text: string): string {
  let [start, end] = [0, text.length];
  while (start < end && WRAPPING.has(text[start] ?? '') && !IPV6.test(text.slice(start))) start += 1;
  while (end > start && WRAPPING.has(text[end - 1] ?? '') && !IPV6.test(text.slice(start, end))) end -= 1;
  return text.slice(start, end).trim();
}
