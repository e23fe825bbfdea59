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
 * The name to suggest for a hub: what it calls itself, unless that is nothing, the name or address of another source, or
 * one of a well-known service: then its host. A name in two alphabets at once may be made to look like another.
 */
export function suggestName(said: string | undefined, url: string, sources: readonly Source[]): string {
  const { host } = new URL(url);
  const name = visible(said ?? '').slice(0, LONGEST_NAME);
  const letters = lettersOf(name);
  const taken = sources.flatMap((source) => [
    lettersOf(source.name),
    lettersOf(URL.parse(source.url)?.host ?? ''),
  ]);
  const isTaken = [...taken, ...WELL_KNOWN].some(
    (other) => other !== '' && letters.includes(other) && other.length > 3,
  );
  const isSame = taken.includes(letters);
  return letters === '' || isTaken || isSame || isMixed(name) ? host : name;
}

/** What is left of a name when it is read aloud: letters and digits, in one width and case. */
function lettersOf(name: string): string {
  return withoutSpaces(readable(name)).letters.replace(/[^\p{L}\p{N}]/gu, '');
}

function isMixed(name: string): boolean {
  return (
    /\p{Script=Latin}/u.test(name) &&
    /[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Armenian}\p{Script=Cherokee}]/u.test(name)
  );
}
