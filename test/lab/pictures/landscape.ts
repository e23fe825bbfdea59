import { createHash } from 'node:crypto';
import { encodePng } from './png.ts';
import { hasInk, MARK_HEIGHT, MARK_WIDTH } from './sample-mark.ts';

export interface PictureOrder {
  prompt: string;
  seed?: number;
  width?: number;
  height?: number;
}

type Colour = readonly [red: number, green: number, blue: number];

const LARGEST = 1024;
const SUN: Colour = [255, 244, 214];

/** Numbers from 0 to 1 that are made of a text: the same order gives the same picture on every machine. */
function numbersFrom(text: string): () => number {
  let digest = createHash('sha256').update(text).digest();
  let used = 0;
  return () => {
    if (used + 2 > digest.length) {
      digest = createHash('sha256').update(digest).digest();
      used = 0;
    }
    used += 2;
    return digest.readUInt16BE(used - 2) / 0xffff;
  };
}

function colourOf(hue: number, saturation: number, lightness: number): Colour {
  const chroma = saturation * Math.min(lightness, 1 - lightness);
  const part = (offset: number) => {
    const k = (offset + hue * 12) % 12;
    return Math.round(255 * (lightness - chroma * Math.max(-1, Math.min(k - 3, 9 - k, 1))));
  };
  return [part(0), part(8), part(4)];
}

const mix = (a: Colour, b: Colour, share: number): Colour => [
  a[0] + (b[0] - a[0]) * share,
  a[1] + (b[1] - a[1]) * share,
  a[2] + (b[2] - a[2]) * share,
];

const sizeOf = (wanted: number | undefined) =>
  Math.max(16, Math.min(LARGEST, Math.round(Number.isFinite(wanted) ? (wanted as number) : LARGEST)));

/** A calm landscape (sky, sun, hills) that prompt and seed decide, marked SAMPLE, as PNG bytes. */
export function drawLandscape({ prompt, seed = 0, width, height }: PictureOrder): Buffer {
  const columns = sizeOf(width);
  const rows = sizeOf(height);
  const next = numbersFrom(`${prompt}\n${seed}`);
  const hue = next();
  const skyTop = colourOf(hue, 0.5, 0.3 + next() * 0.3);
  const skyBottom = colourOf((hue + 0.08 + next() * 0.1) % 1, 0.6, 0.85);
  const sun = {
    x: (0.15 + next() * 0.7) * columns,
    y: (0.15 + next() * 0.3) * rows,
    radius: rows * (0.05 + next() * 0.06),
  };
  const hills = [0.55, 0.68, 0.82].map((base, index) => {
    const [first, second, phase] = [1 + next() * 2, 3 + next() * 4, next() * 6];
    const slope = (x: number) => Math.sin(x * first + phase) * 0.06 + Math.sin(x * second + phase * 2) * 0.03;
    const tops = Array.from({ length: columns }, (_, x) => (base + slope((x / columns) * Math.PI)) * rows);
    return { tops, colour: colourOf((hue + 0.3 + index * 0.04) % 1, 0.35, 0.55 - index * 0.13) };
  });

  const pixels = new Uint8Array(columns * rows * 3);
  for (let y = 0; y < rows; y++) {
    const sky = mix(skyTop, skyBottom, y / rows);
    for (let x = 0; x < columns; x++) {
      const isSun = (x - sun.x) ** 2 + (y - sun.y) ** 2 < sun.radius ** 2;
      let colour = isSun ? SUN : sky;
      for (const hill of hills) if (y > (hill.tops[x] ?? rows)) colour = hill.colour;
      const at = (y * columns + x) * 3;
      pixels[at] = colour[0];
      pixels[at + 1] = colour[1];
      pixels[at + 2] = colour[2];
    }
  }
  mark(pixels, columns, rows);
  return encodePng(columns, rows, pixels);
}

/** Writes SAMPLE into the lower left corner, a quarter of the width wide. */
function mark(pixels: Uint8Array, columns: number, rows: number): void {
  const scale = Math.max(1, Math.floor(columns / 4 / MARK_WIDTH));
  const left = scale * 3;
  const top = rows - scale * (MARK_HEIGHT + 3);
  for (let y = 0; y < MARK_HEIGHT * scale; y++) {
    for (let x = 0; x < MARK_WIDTH * scale && left + x < columns; x++) {
      if (!hasInk(Math.floor(x / scale), Math.floor(y / scale)) || top + y < 0) continue;
      pixels.set([255, 255, 255], ((top + y) * columns + left + x) * 3);
    }
  }
}

/** A picture that is black all over: a service's safety checker sends one instead of the picture, without any flag. */
export function drawBlack(width = 512, height = 512): Buffer {
  return encodePng(width, height, new Uint8Array(width * height * 3));
}
