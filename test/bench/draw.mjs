/**
 * `node test/bench/draw.mjs`: draws failover and lookup from `bench.json` into `.github/pictures`, once in light and once
 * in dark. Plain JavaScript, because its library is installed by `npm run bench` alone.
 */
import { readFile, writeFile } from 'node:fs/promises';
import * as Plot from '@observablehq/plot';
import { parseHTML } from 'linkedom';

const OURS = 'Understudy';
const root = new URL('../../', import.meta.url);
const { comparisons, date, machine, command } = JSON.parse(
  await readFile(new URL('bench.json', root), 'utf8'),
);
const { document } = parseHTML('<!doctype html><html><body></body></html>');
const LOOKS = {
  light: { text: '#1f2328', background: '#ffffff', ours: '#8250df', others: '#6e7781' },
  dark: { text: '#f0f6fc', background: '#0d1117', ours: '#b083f0', others: '#8b949e' },
};
const caption = `${date.slice(0, 10)}, ${machine}, ${command}`;

const linesOf = (comparison, more = {}) => comparison.lines.map((line) => ({ ...line, ...more }));

function plot(look, parts) {
  const { text, background } = LOOKS[look];
  return Plot.plot({
    document,
    width: 760,
    style: { color: text, background, fontFamily: 'system-ui, sans-serif', fontSize: '13px' },
    ...parts,
  });
}

/** Medians as bars, the quartiles as a line across their end; all as multiples of the floor, so that both parts fit one scale. */
function failover(look) {
  const found = comparisons.filter(({ name, unit }) => name.startsWith('failover:') && unit === 'ms');
  const data = found.flatMap((comparison, place) =>
    linesOf(comparison, { how: place === 0 ? 'one at a time' : '20 at once' }).map((line) => ({
      ...line,
      from: line.low / comparison.lines[0].median,
      to: line.high / comparison.lines[0].median,
    })),
  );
  const { ours, others, text } = LOOKS[look];
  return plot(look, {
    height: 60 + 170 * found.length,
    marginLeft: 250,
    marginRight: 130,
    marginBottom: 45,
    x: {
      // Room for the figures behind the bars.
      domain: [0, 1.35 * Math.max(...data.map(({ to }) => to))],
      label: "from the primary's 503 to the fallback's request, bare fetch = 1 (median, quartiles)",
      labelAnchor: 'center',
      labelArrow: 'none',
      grid: true,
    },
    y: { label: null, domain: linesOf(found[0]).map(({ who }) => who) },
    fy: { label: null, domain: [...new Set(data.map(({ how }) => how))] },
    marks: [
      Plot.barX(data, {
        x: 'ratio',
        y: 'who',
        fy: 'how',
        fill: ({ who }) => (who === OURS ? ours : others),
      }),
      Plot.ruleY(data, { x1: 'from', x2: 'to', y: 'who', fy: 'how', stroke: text, strokeWidth: 2 }),
      Plot.text(data, {
        x: 'to',
        y: 'who',
        fy: 'how',
        text: ({ median, ratio }) => `${median.toFixed(median < 100 ? 1 : 0)} ms (${ratio.toFixed(2)} ×)`,
        dx: 6,
        textAnchor: 'start',
        fill: text,
      }),
    ],
  });
}

/** The time of a lookup by the number of sources, for the hit on the last of them. */
function lookup(look) {
  const data = comparisons
    .map((comparison) => [/^lookup: (\d+) .*hit on the last$/.exec(comparison.name)?.[1], comparison])
    .filter(([count]) => count !== undefined)
    .flatMap(([count, comparison]) => linesOf(comparison, { count: Number(count) }));
  const { ours, others, text } = LOOKS[look];
  const last = data.filter(({ count }) => count === Math.max(...data.map((one) => one.count)));
  const colour = ({ who }) => (who === OURS ? ours : others);
  return plot(look, {
    height: 340,
    marginLeft: 55,
    marginTop: 30,
    marginRight: 130,
    marginBottom: 45,
    x: {
      label: 'sources that answer in 100 ms each; the last one has it',
      labelAnchor: 'center',
      labelArrow: 'none',
      type: 'log',
      base: 2,
      ticks: [1, 2, 4, 8, 16],
      tickFormat: (value) => `${value}`,
    },
    y: {
      label: 'milliseconds',
      labelArrow: 'none',
      type: 'log',
      domain: [80, 2000],
      ticks: [100, 200, 400, 800, 1600],
      tickFormat: (value) => `${value}`,
      grid: true,
    },
    marks: [
      Plot.line(data, { x: 'count', y: 'median', z: 'who', stroke: colour, strokeWidth: 2 }),
      Plot.dot(data, { x: 'count', y: 'median', fill: colour }),
      ...last.map((one) =>
        Plot.text([one], {
          x: 'count',
          y: 'median',
          text: 'who',
          dx: 8,
          dy: { [OURS]: -9, 'one probe': 9 }[one.who] ?? 0,
          textAnchor: 'start',
          fill: text,
        }),
      ),
    ],
  });
}

/** A height that the library says twice is said once. */
const tidy = (svg) => svg.replace(/ *height: auto;\n/, '');

for (const look of Object.keys(LOOKS))
  for (const [name, draw] of Object.entries({ failover, lookup })) {
    const svg = draw(look);
    svg.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
    const title = document.createElement('title');
    title.textContent = `${name}: ${caption}`;
    svg.prepend(title);
    await writeFile(new URL(`.github/pictures/bench-${name}-${look}.svg`, root), `${tidy(svg.outerHTML)}\n`);
  }
