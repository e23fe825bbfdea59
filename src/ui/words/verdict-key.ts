import type { Verdict } from '../../hub/types.ts';

interface Said {
  verdict: Verdict;
  status?: number | undefined;
}

/** How keys of the locale name what a source said. One that answers with a fault of its own did answer. */
export function verdictKey({ verdict, status = 0 }: Said): string {
  return verdict === 'unreachable' && status >= 500 ? 'out_of_order' : verdict.replace('-', '_');
}
