import { encodedForms } from './encoded-forms.ts';
import { comparable, type Readable, readable, withoutSpaces } from './readable.ts';
import { visible, withoutUnseen } from './visible.ts';

const TOKEN_LIKE = /\b(?:hf_[a-z0-9_]{4,}|eyj[a-z0-9_-]{8,}(?:\.[a-z0-9_-]+){0,2})|bearer\s+\S+/g;
const STRUCK_OUT = '[redacted]';
/** Secrets with fewer characters are not removed: they are not secret, and would match in most sentences. */
const SHORTEST_SECRET = 4;
const MOST_SHOWN = 300;
/** How many visible characters of a text are searched for secrets. */
const MOST_READ = 20_000;
/**
 * How many of the searched characters can be shown: fewer, so that no secret begins in the shown part and ends after the
 * searched part.
 */
const MOST_KEPT = 10_000;
/** How many characters of a text are read, including invisible ones. */
const MOST_TAKEN = 200_000;

/**
 * Makes a service's text safe to store and show: known secrets and everything that looks like a token become `[redacted]`, control
 * and direction characters are removed, and the length is cut to 300 characters. Secrets are also found when they are disguised
 * by invisible characters, escapes, or other widths or cases of their letters, since texts are compared in the form of `readable`.
 */
export function redact(text: string, secrets: readonly string[] = []): string {
  if (text === '') return '';
  const cut = searched(text);
  const spans = spansOf(cut, secrets).filter(([start]) => start < MOST_KEPT);
  const struck = visible(strikeOut(cut.slice(0, MOST_KEPT), spans));
  return struck.length > MOST_SHOWN ? `${struck.slice(0, MOST_SHOWN)}…` : struck;
}

/**
 * Whether the text contains one of the secrets, or something that looks like a token, also in a disguise that `redact` sees
 * through.
 */
export function holdsSecret(text: string, secrets: readonly string[]): boolean {
  return spansOf(searched(text), secrets).length > 0;
}

/**
 * The part of a text that is searched, without invisible characters, at most `MOST_READ` characters. Of a text that is longer than
 * `MOST_TAKEN` the last characters are left out, since they may be the beginning of a secret.
 */
function searched(text: string): string {
  const seen = withoutUnseen(text.slice(0, MOST_TAKEN));
  return seen.slice(0, text.length > MOST_TAKEN ? -MOST_KEPT : undefined).slice(0, MOST_READ);
}

type Span = readonly [start: number, end: number];

/** Where in the text the secrets are, as `[start, end)`. */
function spansOf(text: string, secrets: readonly string[]): Span[] {
  const read = readable(text);
  const spans = [...read.letters.matchAll(TOKEN_LIKE)].map((found) =>
    spanOf(read, found.index, found[0].length),
  );
  // A secret may be broken across lines.
  const unbroken = withoutSpaces(read);
  for (const secret of secrets) {
    for (const form of [secret, ...encodedForms(secret)]) {
      const sought = comparable(form);
      if (sought.length < SHORTEST_SECRET) continue;
      const next = (from: number) => unbroken.letters.indexOf(sought, from);
      for (let at = next(0); at !== -1; at = next(at + sought.length))
        spans.push(spanOf(unbroken, at, sought.length));
    }
  }
  return spans;
}

function spanOf({ starts, ends }: Readable, at: number, length: number): Span {
  return [starts[at] ?? 0, ends[at + length - 1] ?? 0];
}

function strikeOut(text: string, spans: Span[]): string {
  let out = '';
  let from = 0;
  for (const [start, end] of spans.sort(([one], [other]) => one - other)) {
    if (start >= from) out += text.slice(from, start) + STRUCK_OUT;
    from = Math.max(from, end);
  }
  return out + text.slice(from);
}
