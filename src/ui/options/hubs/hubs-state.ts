import { type ReadonlySignal, signal } from '@preact/signals';
import type { Attempt } from '../../../hub/types.ts';
import type { Ask, ReplyOf } from '../../../messages/index.ts';
import { answerOfAttempt, answerOfTest, type LastAnswer } from './last-answer.ts';

export type Tested = ReplyOf<'testSource'> | 'running';

/** What the sources answered while the page was open. */
export interface HubsState {
  /** The answers by source id. */
  answers: ReadonlySignal<Readonly<Record<string, LastAnswer>>>;
  tests: ReadonlySignal<Readonly<Record<string, Tested>>>;
  /** Tests one source; resolves when its answer is there. A source that is being tested is not asked twice. */
  test(id: string): Promise<void>;
  note(attempts: readonly Attempt[]): void;
}

/** `language`: the page's language when an answer arrives, in which the times of that answer are written. */
export function createHubsState(ask: Ask, language: () => string): HubsState {
  const answers = signal<Record<string, LastAnswer>>({});
  const tests = signal<Record<string, Tested>>({});
  const answer = (id: string, said: LastAnswer | undefined) => {
    if (said) answers.value = { ...answers.value, [id]: said };
  };
  return {
    answers,
    tests,
    async test(id) {
      if (tests.value[id] === 'running') return;
      tests.value = { ...tests.value, [id]: 'running' };
      const reply = await ask('testSource', { id });
      tests.value = { ...tests.value, [id]: reply };
      answer(id, answerOfTest(reply, language()));
    },
    note(attempts) {
      for (const attempt of attempts) answer(attempt.source, answerOfAttempt(attempt, language()));
    },
  };
}
