/** Letters, digits and `_` of every script, as Python counts them, and what else may stand in a name. */
const NAME = /[\p{L}\p{N}_ \-/]+/gu;
/** A1111 takes a shorter one for a part of the text before it. */
const LEAST_NAME = 2;

/**
 * The fields of a line `Name: value, Name: "quoted, value", …`, by the rule of A1111's PNG Info (`re_param` in its
 * modules/infotext_utils.py): whatever fits into no field is passed over. So JSON that an extension wrote without quotes costs
 * nothing but itself. A name may come twice. Reads each character a bounded number of times, however the line is made.
 */
export function fieldsIn(line: string): [name: string, value: string][] {
  const fields: [string, string][] = [];
  NAME.lastIndex = 0;
  for (let run = NAME.exec(line); run; run = NAME.exec(line)) {
    const colon = run.index + run[0].length;
    if (line[colon] !== ':') continue;
    const name = run[0].replace(/^[ \-/]+/, '');
    if (name.length < LEAST_NAME) continue;
    let from = colon + 1;
    while (from < line.length && /\s/.test(line.charAt(from))) from += 1;
    const quote = endOfQuote(line, from);
    const comma = line.indexOf(',', quote ?? from);
    const end = quote ?? (comma < 0 ? line.length : comma);
    const value = line.slice(from, end);
    fields.push([name.trimEnd(), quote === undefined ? value.trimEnd() : unquoted(value)]);
    NAME.lastIndex = end + 1;
  }
  return fields;
}

/**
 * Behind the closing mark of the quote that begins at `from`; undefined where none begins, where it holds nothing, does not
 * close, or is followed by something other than a comma: the mark is then a part of the value.
 */
function endOfQuote(line: string, from: number): number | undefined {
  if (line[from] !== '"') return undefined;
  for (let at = from + 1; at < line.length; at += 1) {
    if (line[at] === '\\') at += 1;
    else if (line[at] === '"') {
      const isWhole = at > from + 1 && (at + 1 === line.length || line[at + 1] === ',');
      return isWhole ? at + 1 : undefined;
    }
  }
  return undefined;
}

function unquoted(value: string): string {
  try {
    return String(JSON.parse(value));
  } catch {
    return value;
  }
}
