/** A text in comparable form, with the position of each letter in the original text. */
export interface Readable {
  letters: string;
  /** For each letter, the start and end (exclusive) of the original characters it was made from. */
  starts: number[];
  ends: number[];
}

/** One escaped character: `%41` (bytes of UTF-8), `\x41`, `\u0041`, `\u{41}`, `&#65;`, `&#x41;`. */
const ESCAPE =
  /((?:%[\da-f]{2}){1,4})|\\x([\da-f]{2})|\\u([\da-f]{4})|\\u\{([\da-f]{1,6})\}|&#x([\da-f]{1,6});|&#(\d{1,7});/giy;
/** Texts of printable ASCII without `%`, `&` and `\`, with which escapes begin: they only have to be turned into lower case. */
const PLAIN = /^[ !"#$'-[\]-~]*$/;
/** How many layers of escapes are unpacked: `%2541` becomes `%41`, then `A`. */
const MOST_LAYERS = 4;

/**
 * The text with its escapes decoded, without invisible characters, with all letters in normal width and lower case. Two texts that
 * a person, or a decoder that gets them later, would take for the same are equal in this form.
 */
export function readable(text: string): Readable {
  const isPlain = PLAIN.test(text);
  let read: Readable = {
    letters: isPlain ? text.toLowerCase() : text,
    starts: Array.from({ length: text.length }, (_, at) => at),
    ends: Array.from({ length: text.length }, (_, at) => at + 1),
  };
  if (isPlain) return read;
  for (let layer = 0; layer < MOST_LAYERS; layer += 1) {
    const next = step(read);
    if (next.letters === read.letters) break;
    read = next;
  }
  return read;
}

/** The letters of a text in comparable form, without its spaces. */
export function comparable(text: string): string {
  const letters = PLAIN.test(text) ? text.toLowerCase() : readable(text).letters;
  return letters.replaceAll(' ', '');
}

/** A text in comparable form without its spaces. */
export function withoutSpaces(read: Readable): Readable {
  const { letters, starts, ends } = read;
  if (!letters.includes(' ')) return read;
  const kept = letters.split('').flatMap((letter, at) => (letter === ' ' ? [] : [at]));
  return {
    letters: kept.map((at) => letters[at]).join(''),
    starts: kept.map((at) => starts[at] ?? 0),
    ends: kept.map((at) => ends[at] ?? 0),
  };
}

/** Decodes one layer of escapes, and folds each character (see `fold`). */
function step({ letters, starts, ends }: Readable): Readable {
  const next: Readable = { letters: '', starts: [], ends: [] };
  for (let at = 0; at < letters.length; ) {
    const [folded, length] = letterAt(letters, at);
    next.letters += folded;
    for (let made = 0; made < folded.length; made += 1) {
      next.starts.push(starts[at] ?? 0);
      next.ends.push(ends[at + length - 1] ?? 0);
    }
    at += length;
  }
  return next;
}

function letterAt(letters: string, at: number): [folded: string, length: number] {
  ESCAPE.lastIndex = at;
  const [escaped, percent, ...digits] = ESCAPE.exec(letters) ?? [];
  if (percent) return fromPercent(percent);
  if (escaped !== undefined) {
    const decimal = digits[4];
    const hex = digits.slice(0, 4).find((group) => group !== undefined) ?? '';
    const code = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal);
    if (code <= 0x10ffff) return [fold(String.fromCodePoint(code)), escaped.length];
  }
  const letter = String.fromCodePoint(letters.codePointAt(at) ?? 0);
  return [fold(letter), letter.length];
}

/** The first character of some percent-encoded bytes; the first byte alone where they are not UTF-8. */
function fromPercent(percent: string): [folded: string, length: number] {
  const lead = Number.parseInt(percent.slice(1, 3), 16);
  const bytes = lead < 0xc0 ? 1 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
  const encoded = percent.slice(0, 3 * bytes);
  try {
    return [fold(decodeURIComponent(encoded)), encoded.length];
  } catch {
    return [fold(String.fromCharCode(lead)), 3];
  }
}

/**
 * One character in comparable form: lower case, normal width, every space as ' '. Empty for an invisible character or an
 * accent.
 */
function fold(letter: string): string {
  if (/^[ -~]$/.test(letter)) return letter.toLowerCase();
  if (/^[\t\n\r\v\f\p{Z}]$/u.test(letter)) return ' ';
  if (/^[\p{Cc}\p{Cf}\p{Cs}\p{Mn}\p{Default_Ignorable_Code_Point}]$/u.test(letter)) return '';
  return letter.normalize('NFKC').toLowerCase();
}
