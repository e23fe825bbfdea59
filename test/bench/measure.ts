/** The numbers of one contestant, in the unit of its comparison. */
export interface Line {
  who: string;
  median: number;
  /** The quartiles: half of all rounds lie between them. */
  low: number;
  high: number;
  /** Ratio to the floor of the same run; 1 for the floor itself. */
  ratio: number;
}

/** One table: the contestants of one run, the floor first, ours second, then the alternatives. */
export interface Comparison {
  name: string;
  unit: 'ms' | 'KB' | 'MB' | 'requests' | 'of 1,000';
  rounds: number;
  lines: Line[];
  /** Our budget: as a ratio to the floor, or in the unit itself. */
  budget?: { ratio: number } | { value: number };
}

export const OURS = 'Understudy';

/** The value below which a share of all values lies. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

/** The middle of a list: one slow run does not move it. */
export const median = (values: readonly number[]) => quantile(values, 0.5);

export interface Rounds {
  rounds: number;
  warmUp: number;
  withinMs?: number;
}

const FEWEST = 7;

/** One round of a contestant; resolves to the measured value. */
export type Round = () => Promise<number>;

/**
 * Measures all contestants in turns, so that other load on the machine affects each of them equally. Each
 * round starts with another contestant. The first rounds, in which code is compiled, do not count. When the
 * time is up on a busy machine, fewer rounds are made, as the table then says; never fewer than `FEWEST`.
 */
export async function inTurns(
  runs: Record<string, Round>,
  { rounds, warmUp, withinMs = 30_000 }: Rounds,
): Promise<Record<string, number[]>> {
  const begun = Date.now();
  const names = Object.keys(runs);
  const samples: Record<string, number[]> = Object.fromEntries(names.map((name) => [name, []]));
  for (let round = 0; round < rounds + warmUp; round += 1) {
    if (round >= FEWEST + warmUp && Date.now() - begun > withinMs) break;
    for (const offset of names.keys()) {
      const name = names[(round + offset) % names.length] ?? '';
      const value = await runs[name]?.();
      if (round >= warmUp && value !== undefined) samples[name]?.push(value);
    }
  }
  return samples;
}

/** Makes a table of samples; the first contestant is the floor. */
export function compare(
  name: string,
  samples: Record<string, readonly number[]>,
  more: Pick<Comparison, 'unit' | 'budget'>,
): Comparison {
  const [[, floor] = ['', []]] = Object.entries(samples);
  const lines = Object.entries(samples).map(([who, values]) => ({
    who,
    median: median(values),
    low: quantile(values, 0.25),
    high: quantile(values, 0.75),
    ratio: median(values) / median(floor),
  }));
  return { name, rounds: floor.length, lines, ...more };
}

/** Whether ours is within its budget; undefined where there is no budget. False where ours was not measured. */
export function isWithin({ lines, budget }: Comparison): boolean | undefined {
  if (budget === undefined) return undefined;
  const ours = lines.find(({ who }) => who === OURS);
  if (ours === undefined) return false;
  return 'ratio' in budget ? ours.ratio <= budget.ratio : ours.median <= budget.value;
}

/** The exit code of a run: 1 where a part could not be measured and, with `check`, where a budget is missed. */
export function exitCode(
  comparisons: readonly Comparison[],
  broken: readonly string[],
  { check }: { check: boolean },
): 0 | 1 {
  return broken.length > 0 || (check && comparisons.some((one) => isWithin(one) === false)) ? 1 : 0;
}
