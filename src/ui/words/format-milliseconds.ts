/** How long an answer took, in the words of the language: whole milliseconds below a second, else seconds. */
export function formatMilliseconds(ms: number, language: string): string {
  const long = ms >= 1000;
  return new Intl.NumberFormat(language, {
    style: 'unit',
    unit: long ? 'second' : 'millisecond',
    unitDisplay: 'short',
    maximumFractionDigits: long ? 1 : 0,
  }).format(long ? ms / 1000 : ms);
}
