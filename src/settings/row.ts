import type { SettingsProblem } from './problem.ts';

/** The names that settings can choose from, which other rooms supply. */
export interface KnownNames {
  /** Inference routes of Hugging Face, the most reliable first. */
  routes: readonly string[];
}

/** What a number may be; both ends included. */
export interface Limits {
  min: number;
  max: number;
}

/** How a deployer names a setting, in managed policy and in the environment of a build. */
export interface DeployerName {
  policy: string;
  environment: string;
  /** Factor from the deployer's unit to ours: 1,000 for seconds to milliseconds. */
  scale?: number;
}

/** The definition of one setting. */
export interface Row<Value> {
  kind: 'flag' | 'number' | 'text' | 'names';
  initial: Value;
  accepts(value: unknown, known: KnownNames): boolean;
  /** The problem that is reported when a value is refused. */
  problem: SettingsProblem['code'];
  /** A deployer may set this, and lock it. */
  deployer?: DeployerName;
}

export type NumberRow = Row<number> & { limits: Limits };
type More = Pick<Row<unknown>, 'deployer'> & { problem?: SettingsProblem['code'] };

export function flag(initial: boolean, more: More = {}): Row<boolean> {
  return {
    kind: 'flag',
    initial,
    accepts: (value) => typeof value === 'boolean',
    problem: 'SETTING_INVALID',
    ...more,
  };
}

/** A setting whose value is a whole number within limits. */
export function number(initial: number, limits: Limits, more: More = {}): NumberRow {
  const accepts = (value: unknown) =>
    Number.isInteger(value) && (value as number) >= limits.min && (value as number) <= limits.max;
  return { kind: 'number', initial, limits, accepts, problem: 'SETTING_INVALID', ...more };
}

export function text(initial: string, accepts: (text: string) => boolean, more: More = {}): Row<string> {
  return {
    kind: 'text',
    initial,
    accepts: (value) => typeof value === 'string' && accepts(value),
    problem: 'SETTING_INVALID',
    ...more,
  };
}

/** A setting whose value is one of a few names. */
export function choice<const Name extends string>(
  initial: Name,
  names: readonly Name[],
  more: More = {},
): Row<Name> {
  return {
    kind: 'text',
    initial,
    accepts: (value) => names.includes(value as Name),
    problem: 'SETTING_INVALID',
    ...more,
  };
}

/** All names of a kind, in the user's order. The names are known only where the store is made: see `completeOrder`. */
export function order(of: keyof KnownNames, more: More = {}): Row<string[]> & { order: keyof KnownNames } {
  const accepts = (value: unknown, known: KnownNames) =>
    Array.isArray(value) &&
    value.length === known[of].length &&
    known[of].every((name) => value.includes(name));
  return { kind: 'names', initial: [], order: of, accepts, problem: 'SETTING_INVALID', ...more };
}
