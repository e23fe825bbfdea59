import { writeFile } from 'node:fs/promises';

/**
 * Draws the samples of styles that no picture of ours shows: the same hills, sun and tree as the others, each in its manner.
 * `node test/looks/style-samples.ts` writes them into `public/samples`.
 */
const [WIDTH, HEIGHT] = [224, 112];

/** The same numbers at each run, so that the files stay the same. */
function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
    return state / 2 ** 31;
  };
}

const round = (number: number) => Math.round(number * 10) / 10;
const svg = (...parts: string[]) =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" width="${WIDTH}" height="${HEIGHT}">${parts.join('')}</svg>\n`;
const ground = (colour: string) => `<rect width="${WIDTH}" height="${HEIGHT}" fill="${colour}"/>`;

/** Flat colours, black outlines, dots in the shadows. */
function comic(): string {
  const dots: string[] = [];
  for (let row = 0; row < 6; row += 1)
    for (let column = 0; column < 16; column += 1)
      dots.push(
        `<circle cx="${8 + column * 14 + (row % 2) * 7}" cy="${74 + row * 7}" r="${round(1 + row * 0.3)}"/>`,
      );
  const ink = 'stroke="#1b1b1f" stroke-width="3" stroke-linejoin="round"';
  return svg(
    ground('#ffd84d'),
    `<path d="M150 44 ${rays(150, 44, 70)}" stroke="#ffb703" stroke-width="8"/>`,
    `<circle cx="150" cy="44" r="20" fill="#ff5a3c" ${ink}/>`,
    `<path d="M-4 116V76c60-34 104-8 130 2 40-18 70-14 104 0v38Z" fill="#3fa7d6" ${ink}/>`,
    `<g fill="#1b1b1f" opacity=".55">${dots.join('')}</g>`,
    `<path d="M58 92V62" ${ink} stroke-linecap="round"/><circle cx="58" cy="46" r="22" fill="#59cd90" ${ink}/>`,
    `<rect x="1.5" y="1.5" width="${WIDTH - 3}" height="${HEIGHT - 3}" fill="none" ${ink}/>`,
  );
}

function rays(x: number, y: number, length: number): string {
  return Array.from({ length: 12 }, (_, ray) => {
    const angle = (ray / 12) * 2 * Math.PI;
    return `M${x} ${y}L${round(x + length * Math.cos(angle))} ${round(y + length * Math.sin(angle))}`;
  }).join('');
}

/** Pencil: several lines where one would do, and hatching for the shade. */
function sketch(): string {
  const random = createRandom(7);
  const shaky = (points: [number, number][]) =>
    `M${points.map(([x, y]) => `${round(x + random() * 3 - 1.5)} ${round(y + random() * 3 - 1.5)}`).join('L')}`;
  const circle = (x: number, y: number, radius: number): [number, number][] =>
    Array.from({ length: 19 }, (_, step) => {
      const angle = (step / 18) * 2 * Math.PI;
      return [x + radius * Math.cos(angle), y + radius * Math.sin(angle)];
    });
  const hill: [number, number][] = Array.from({ length: 29 }, (_, step) => [
    step * 8,
    82 - 16 * Math.sin(step / 4.2) - (step > 16 ? 6 : 0),
  ]);
  const hatching = Array.from({ length: 34 }, (_, line) => {
    const x = 4 + line * 6.6;
    return shaky([
      [x, 110],
      [x + 14, 92 + random() * 6],
    ]);
  });
  const twice = (points: [number, number][]) => shaky(points) + shaky(points);
  return svg(
    ground('#f6f3ea'),
    `<g fill="none" stroke="#3c3c40" stroke-linecap="round">`,
    `<path stroke-width="1.1" d="${twice(circle(160, 38, 18))}${twice(hill)}${twice(circle(62, 48, 20))}${twice(
      [
        [62, 66],
        [62, 92],
      ],
    )}"/>`,
    `<path stroke-width=".8" opacity=".6" d="${hatching.join('')}"/>`,
    `<path stroke-width=".8" opacity=".7" d="${Array.from({ length: 8 }, (_, line) =>
      shaky([
        [52 + line * 3, 60],
        [62 + line * 2.4, 38 + line],
      ]),
    ).join('')}"/></g>`,
  );
}

/** Blocks seen from above and the side, each with three faces of one colour. */
function isometric(): string {
  const block = (
    x: number,
    y: number,
    height: number,
    [top, left, right]: readonly [string, string, string],
  ) => {
    const [w, h] = [26, 13];
    return (
      `<path d="M${x} ${y - height}l${w} ${h}-${w} ${h}-${w}-${h}Z" fill="${top}"/>` +
      `<path d="M${x - w} ${y - height + h}l${w} ${h}v${height}l-${w}-${h}Z" fill="${left}"/>` +
      `<path d="M${x + w} ${y - height + h}l-${w} ${h}v${height}l${w}-${h}Z" fill="${right}"/>`
    );
  };
  const green = ['#9be08d', '#5fb05f', '#4a8f50'] as const;
  const blue = ['#8fd3f4', '#5aa7d6', '#3f86b5'] as const;
  const stone = ['#ffd6a5', '#e0a96d', '#b9824e'] as const;
  return svg(
    ground('#efeafc'),
    block(112, 20, 6, green),
    block(86, 33, 18, stone),
    block(138, 33, 6, blue),
    block(60, 46, 6, green),
    block(112, 46, 30, stone),
    block(164, 46, 6, blue),
    block(86, 59, 6, green),
    block(138, 59, 12, green),
    block(112, 72, 6, green),
  );
}

/** Soft lumps with a light side, a shadow below, and the dents of a thumb. */
function clay(): string {
  const lump = (id: string, light: string, dark: string) =>
    `<radialGradient id="${id}" cx=".35" cy=".3" r=".8"><stop offset="0" stop-color="${light}"/><stop offset="1" stop-color="${dark}"/></radialGradient>`;
  const dents = (places: [number, number][]) =>
    places.map(([x, y]) => `<ellipse cx="${x}" cy="${y}" rx="5" ry="3" fill="#000" opacity=".09"/>`).join('');
  return svg(
    `<defs>${lump('s', '#fff0b8', '#f0a830')}${lump('h', '#b6e3a1', '#5c9a52')}${lump('t', '#8fd19e', '#2f7a56')}${lump('w', '#d9a679', '#8a5a36')}</defs>`,
    ground('#f9dcd2'),
    `<ellipse cx="166" cy="66" rx="22" ry="5" opacity=".12"/><circle cx="164" cy="40" r="21" fill="url(#s)"/>`,
    `<rect x="-20" y="76" width="150" height="70" rx="40" fill="url(#h)"/><rect x="96" y="82" width="160" height="70" rx="40" fill="url(#h)"/>`,
    `<ellipse cx="64" cy="92" rx="26" ry="6" opacity=".14"/><rect x="56" y="58" width="15" height="34" rx="7" fill="url(#w)"/>`,
    `<circle cx="50" cy="50" r="17" fill="url(#t)"/><circle cx="76" cy="50" r="17" fill="url(#t)"/><circle cx="63" cy="34" r="19" fill="url(#t)"/>`,
    dents([
      [58, 30],
      [80, 52],
      [46, 54],
      [158, 34],
      [30, 94],
      [130, 98],
      [188, 96],
    ]),
  );
}

const SAMPLES = { comic, sketch, isometric, clay };

for (const [name, draw] of Object.entries(SAMPLES))
  await writeFile(new URL(`../../public/samples/style-${name}.svg`, import.meta.url), draw());
