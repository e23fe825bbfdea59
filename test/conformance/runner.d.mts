/** The given runner, whose code stays as it came. */
export interface Case {
  id: string;
  title: string;
  group: string;
  rule: string;
}
export interface Result {
  case: Case;
  fails: string[];
}
export function runCases(
  implementation: object,
  cases: readonly Case[],
  options?: { parallel?: number; again?: boolean },
): Promise<Result[]>;
