/** One budget of DESIGN.md: what was measured, and the most it may be. */
export interface Measurement {
  name: string;
  value: number;
  budget: number;
  unit: '×' | 'KB' | 'requests';
  /** The figures behind it, for whoever reads the table. */
  detail: string;
}

/** The middle of a list: one slow run does not move it. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

export const milliseconds = (value: number) => `${value.toFixed(value < 10 ? 2 : 0)} ms`;
