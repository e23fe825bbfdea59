import { type Comparison, isWithin, OURS } from './measure.ts';

/** A number as the tables have it: three digits that count, or whole. */
export const figure = (value: number) =>
  Number.isInteger(value) ? String(value) : value.toFixed(value < 10 ? 2 : value < 100 ? 1 : 0);

function verdict(comparison: Comparison): string {
  const { budget } = comparison;
  if (budget === undefined) return '';
  const most = 'ratio' in budget ? `${budget.ratio} ×` : `${budget.value} ${comparison.unit}`;
  return isWithin(comparison) ? `at most ${most}` : `OVER ${most}`;
}

/** One table of all comparisons as text, a line for each contestant. */
export function asTable(comparisons: readonly Comparison[]): string {
  const rows = [['', 'median', 'quartiles', 'ratio', 'budget']];
  for (const comparison of comparisons) {
    rows.push([`${comparison.name} (${comparison.unit}, ${comparison.rounds} rounds)`, '', '', '', '']);
    for (const { who, median, low, high, ratio } of comparison.lines)
      rows.push([
        `  ${who}`,
        figure(median),
        low === high ? '' : `${figure(low)} – ${figure(high)}`,
        Number.isFinite(ratio) ? `${ratio.toFixed(2)} ×` : '',
        who === OURS ? verdict(comparison) : '',
      ]);
  }
  const widths = [52, 8, 16, 9, 0];
  return rows
    .map(([first = '', ...others]) =>
      [
        first.padEnd(widths[0] ?? 0),
        ...others.map((cell, index) => (index === 3 ? `  ${cell}` : cell.padStart(widths[index + 1] ?? 0))),
      ]
        .join('')
        .trimEnd(),
    )
    .join('\n');
}
