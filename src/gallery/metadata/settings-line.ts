/** The characters of a field's name: letters and digits of every script and `_` (`\w` in Python), and space, `-` and `/`. */
const NAME = /[\p{L}\p{N}_ \-/]+/gu;
/** The least characters of a name: A1111 reads a shorter one as a part of the text before it. */
const LEAST_NAME = 2;

/**
 * The fields of a line `Name: value, Name: "quoted, value", …`, by the rule of A1111's PNG Info (`re_param` in its
 * modules/infotext_utils.py). Text that is not a field is skipped, so that JSON which an extension wrote without quotes does not
 * harm the other fields. A name may come twice. Takes linear time, whatever the line contains.
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
 * The position after the quoted text that begins at `from`. Undefined when no quoted text begins there, or when it is empty, is
 * not closed, or is followed by something other than a comma: then the quotation mark is a part of the value.
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
