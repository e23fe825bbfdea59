import type { Limits } from '../../../settings/definition.ts';

/** Parses a typed number, with a comma or a point; undefined when it is not a number or outside the limits. */
export function parseNumber(text: string, { min, max }: Limits): number | undefined {
  const plain = text.trim().replace(',', '.');
  if (!/^\d{1,9}(?:\.\d{1,3})?$/.test(plain)) return undefined;
  const value = Number(plain);
  return value >= min && value <= max ? value : undefined;
}

/** Stored milliseconds as the seconds people read. */
export function toSeconds(ms: number): number {
  return Math.round(ms) / 1000;
}

/** Limits of stored milliseconds in the seconds people read. */
export function inSeconds({ min, max }: Limits): Limits {
  return { min: toSeconds(min), max: toSeconds(max) };
}

/** Typed seconds as whole milliseconds. */
export function toMilliseconds(seconds: number): number {
  return Math.round(seconds * 1000);
}
