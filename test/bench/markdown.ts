import { type Comparison, isWithin, type Line, OURS } from './measure.ts';
import { figure } from './table.ts';

const HEAD = ['what (median, quartiles)', 'floor', 'Understudy', 'over the floor', 'instead', 'budget'];

const spread = ({ median, low, high }: Line) =>
  low === high ? figure(median) : `${figure(median)} (${figure(low)}–${figure(high)})`;

function budgetOf(comparison: Comparison): string {
  const { budget, unit } = comparison;
  if (budget === undefined) return '';
  const most = 'ratio' in budget ? `≤ ${budget.ratio} ×` : `≤ ${budget.value} ${unit}`;
  return isWithin(comparison) ? most : `**missed**: ${most}`;
}

function cells(comparison: Comparison): string[] {
  const { name, unit, rounds, lines } = comparison;
  const [first] = lines;
  const floor = first?.who === OURS ? undefined : first;
  const ours = lines.find(({ who }) => who === OURS);
  const others = lines.filter((line) => line !== floor && line !== ours);
  return [
    `${name}, ${unit}${rounds > 1 ? `, ${rounds} rounds` : ''}`,
    floor ? `${floor.who}: ${spread(floor)}` : '',
    ours ? spread(ours) : '',
    floor && ours && Number.isFinite(ours.ratio) ? `${ours.ratio.toFixed(2)} ×` : '',
    others
      .map((one) => `${one.who} ${figure(one.median)}${floor ? ` (${one.ratio.toFixed(2)} ×)` : ''}`)
      .join('; '),
    budgetOf(comparison),
  ];
}

/** The comparisons as a table in Markdown, a row each: the floor, ours, and what one would use instead. */
export function asMarkdown(comparisons: readonly Comparison[]): string {
  const rows = [HEAD, HEAD.map(() => '---'), ...comparisons.map(cells)];
  return rows.map((row) => `| ${row.join(' | ')} |`).join('\n');
}
