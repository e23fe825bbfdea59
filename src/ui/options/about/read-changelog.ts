/** One version and what it brought; a point has one sentence or a few. */
export interface Release {
  version: string;
  points: string[];
}

/** The releases in a changelog, newest first: `## ` and the version, then points that may go over several lines. */
export function readChangelog(text: string): Release[] {
  return text
    .split(/^## /m)
    .slice(1)
    .map((part) => {
      const [version = '', ...lines] = part.split('\n');
      const points = lines.join('\n').split(/^- /m).slice(1).map(plain);
      return { version: version.trim(), points };
    });
}

/** A point on one line, without a heading behind it and without marks for emphasis. */
function plain(point: string): string {
  return point
    .replace(/\n+#[\s\S]*$/, '')
    .replace(/\s+/g, ' ')
    .replace(/[*`]/g, '')
    .trim();
}
