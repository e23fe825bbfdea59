/** What a number field takes, both ends included. */
export interface Limits {
  min: number;
  max: number;
}

/** Seconds, as few digits as say it. */
export function formatSeconds(ms: number): string {
  return String(Math.round(ms) / 1000);
}

/** What was typed as a number, with a comma or a point; undefined when it is none or outside the limits. */
export function parseNumber(text: string, { min, max }: Limits): number | undefined {
  const plain = text.trim().replace(',', '.');
  if (!/^\d{1,9}(?:\.\d{1,3})?$/.test(plain)) return undefined;
  const value = Number(plain);
  return value >= min && value <= max ? value : undefined;
}

/** Typed seconds as whole milliseconds; the limits are seconds. */
export function parseSeconds(text: string, limits: Limits): number | undefined {
  const seconds = parseNumber(text, limits);
  return seconds === undefined ? undefined : Math.round(seconds * 1000);
}
