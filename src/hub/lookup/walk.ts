import { LONGEST_TIMER_MS } from '../../web/deadline.ts';
import { abortError } from '../../web/wait.ts';
import { type Answer, isHere } from '../answers/answer.ts';
import { progressOf } from '../answers/decision.ts';
import type { Source } from '../types.ts';

/** One source to ask, or its answer where that is known beforehand. */
export interface Step {
  source: Source;
  known?: Answer | undefined;
}

export interface WalkOptions {
  ask: (source: Source, signal: AbortSignal) => Promise<Answer>;
  /** Real milliseconds that sources of higher priority still get once a source of lower priority has the repository. */
  graceMs: number;
  /** Waits for every source. */
  complete?: boolean | undefined;
  signal: AbortSignal;
  /** Called with each answer as it comes in, including cached and cancelled ones. */
  onAnswer?: (answer: Answer) => void;
}

/**
 * Asks sources at the same time and decides in priority order (contract, "Location" 3). Resolves with one answer for each
 * source, in the order of the steps. Throws an AbortError when the signal aborts; no request outlives the walk.
 */
export function walk(steps: readonly Step[], options: WalkOptions): Promise<Answer[]> {
  const { ask, graceMs, complete, signal, onAnswer } = options;
  const answers: (Answer | undefined)[] = steps.map(({ known }) => known);
  const rest = new AbortController();

  return new Promise((resolve, reject) => {
    let grace: ReturnType<typeof setTimeout> | undefined;
    const abort = () => leave(() => reject(abortError()));
    if (signal.aborted) return abort();
    signal.addEventListener('abort', abort, { once: true });

    for (const answer of answers) if (answer) onAnswer?.(answer);
    const needed = stepsToAsk(steps, complete);
    decide();
    if (!rest.signal.aborted) for (const step of needed) void visit(step);

    async function visit(step: Step): Promise<void> {
      try {
        const answer = await ask(step.source, rest.signal);
        if (rest.signal.aborted) return;
        answers[steps.indexOf(step)] = answer;
        onAnswer?.(answer);
        decide();
      } catch (error) {
        if (!rest.signal.aborted) leave(() => reject(error));
      }
    }

    function decide(): void {
      const progress = progressOf(answers);
      const isOver = complete ? answers.every((answer) => answer !== undefined) : progress === 'decided';
      if (isOver) leave(finish);
      else if (progress === 'grace' && !complete)
        grace ??= setTimeout(() => leave(finish), Math.min(graceMs, LONGEST_TIMER_MS));
    }

    function leave(settle: () => void): void {
      clearTimeout(grace);
      signal.removeEventListener('abort', abort);
      rest.abort();
      settle();
    }

    function finish(): void {
      resolve(steps.map(({ source }, index) => answers[index] ?? cancelled(source)));
    }

    function cancelled(source: Source): Answer {
      const answer: Answer = { source, verdict: 'cancelled' };
      onAnswer?.(answer);
      return answer;
    }
  });
}

/** The steps that must be asked: none below the first source that is known to have it. */
function stepsToAsk(steps: readonly Step[], complete: boolean | undefined): Step[] {
  const first = steps.findIndex(({ known }) => isHere(known));
  const needed = complete || first === -1 ? steps : steps.slice(0, first);
  return needed.filter(({ known }) => !known);
}
