import type { Verdict } from '../../hub/types.ts';

interface Said {
  verdict: Verdict;
  status?: number | undefined;
}

/** The part of a locale key that stands for a verdict. A source that answers 5xx did answer, so its key is not that of an unreachable one. */
export function verdictKey({ verdict, status = 0 }: Said): string {
  return verdict === 'unreachable' && status >= 500 ? 'out_of_order' : verdict.replace('-', '_');
}
