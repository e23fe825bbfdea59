/**
 * `node test/bench/write-table.ts`: writes the comparisons of `bench.json` into the README's two tables, between their
 * marks. The second one takes the lookups with other numbers of hubs than eight.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { asMarkdown } from './markdown.ts';
import type { Comparison } from './measure.ts';

const root = new URL('../../', import.meta.url);
const readme = new URL('README.md', root);
const { comparisons } = JSON.parse(await readFile(new URL('bench.json', root), 'utf8')) as {
  comparisons: Comparison[];
};

const isOther = ({ name }: Comparison) => /^lookup: (?!8 )/.test(name);
const tables = {
  figures: comparisons.filter((one) => !isOther(one)),
  lookups: comparisons.filter(isOther),
};

let text = await readFile(readme, 'utf8');
for (const [name, rows] of Object.entries(tables)) {
  const [begin, end] = [`<!-- ${name} -->\n`, `<!-- end of ${name} -->`];
  const [from, to] = [text.indexOf(begin), text.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`The README has no place for the table of ${name}`);
  text = `${text.slice(0, from)}${begin}\n${asMarkdown(rows)}\n\n${text.slice(to)}`;
}
await writeFile(readme, text);
