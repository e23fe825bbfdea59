/** Characters of the header that are read: several times what a list of links needs. */
const LONGEST = 16_384;

/**
 * The target of `Link: <…>; rel="next"`, as it stands in the header. Undefined when there is none. Read in one pass: the
 * header comes from outside, and a pattern with backtracking would take hours over a long one.
 */
export function nextTarget(header: string | null): string | undefined {
  const text = (header ?? '').slice(0, LONGEST);
  for (let start = text.indexOf('<'); start !== -1; ) {
    const end = text.indexOf('>', start);
    if (end === -1) return undefined;
    const following = text.indexOf('<', end);
    const parameters = text.slice(end + 1, following === -1 ? undefined : following);
    if (relationsIn(parameters).includes('next')) return text.slice(start + 1, end);
    start = following;
  }
  return undefined;
}

/** The words of `rel`, quoted or not. */
function relationsIn(parameters: string): string[] {
  for (const parameter of parameters.split(';')) {
    const [name = '', value = ''] = parameter.split('=', 2);
    if (name.trim().toLowerCase() !== 'rel') continue;
    const text = value.trim();
    const [mark = ''] = text;
    const words = mark === '"' || mark === "'" ? text.slice(1).split(mark, 1) : text.split(',', 1);
    return (words[0] ?? '').trim().toLowerCase().split(' ');
  }
  return [];
}
