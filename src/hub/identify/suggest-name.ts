import { readable, withoutSpaces } from '../../web/readable.ts';
import { visible } from '../../web/visible.ts';
import type { Source } from '../types.ts';

const LONGEST_NAME = 60;
/** Names of well-known services that a hub could pretend to be, without spaces and signs. */
const WELL_KNOWN = [
  'huggingface',
  'hfco',
  'puter',
  'understudy',
  'hfmirror',
  'modelscope',
  'github',
  'openai',
  'google',
];

/**
 * The name to suggest for a hub: the name that it gives itself. Its host is suggested instead when that name
 * is empty, has in it the name or address of another source or of a well-known service, or mixes two
 * alphabets, which may make it look like another name.
 */
export function suggestName(said: string | undefined, url: string, sources: readonly Source[]): string {
  const { host } = new URL(url);
  const name = visible(said ?? '').slice(0, LONGEST_NAME);
  const letters = lettersOf(name);
  const taken = sources.flatMap((source) => [
    lettersOf(source.name),
    lettersOf(URL.parse(source.url)?.host ?? ''),
  ]);
  const isTaken = [...taken, ...WELL_KNOWN.map(lettersOf)].some(
    (other) => other !== '' && letters.includes(other) && other.length > 3,
  );
  const isSame = taken.includes(letters);
  return /^i*$/.test(letters) || isTaken || isSame || isMixed(name) ? host : name;
}

/** Digits and signs that are read as letters in a name: `Hugg1ng F@ce`. */
const READ_AS: Record<string, string> = {
  ...{ 0: 'o', 1: 'i', 3: 'e', 4: 'a', 5: 's', 6: 'g', 7: 't', 8: 'b', 9: 'g' },
  ...{ '@': 'a', $: 's', '!': 'i', '|': 'i', ı: 'i', l: 'i' },
};

/**
 * A name as a hasty reader sees it, to compare names that look alike: letters and digits in one width and case, without
 * accents, and digits as the letters that they look like.
 */
function lettersOf(name: string): string {
  const plain = withoutSpaces(readable(name)).letters.normalize('NFKD');
  const read = Array.from(plain, (sign) => READ_AS[sign] ?? sign).join('');
  return read.replace(/[^\p{L}\p{N}]/gu, '');
}

/** The alphabets that are written side by side with Latin letters, and whose letters look like none of them. */
const BESIDE_LATIN =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}\p{Script=Hangul}]/gu;
/**
 * Latin letters of living languages. Other Latin signs (phonetic signs, small capitals) only look like these
 * letters.
 */
const LATIN = /[a-zßæœøđłþðħŋı]/g;

/** Whether a name mixes Latin letters with others that may look like them. */
function isMixed(name: string): boolean {
  const letters = name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}]/gu, '')
    .replace(BESIDE_LATIN, '');
  return /\p{Script=Latin}/u.test(letters) && letters.replace(LATIN, '') !== '';
}
