/** What one version brought, a sentence or a few to a point. */
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

/** Without the marks that a text file has for emphasis. */
function plain(point: string): string {
  return point
    .replace(/\n+#[\s\S]*$/, '')
    .replace(/\s+/g, ' ')
    .replace(/[*`]/g, '')
    .trim();
}
