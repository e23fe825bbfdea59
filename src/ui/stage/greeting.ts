import { effect, type ReadonlySignal, signal } from '@preact/signals';
import type { Ask } from '../../messages/index.ts';
import { onTimer, type Schedule } from './schedule.ts';

/** Milliseconds before a background that does not answer is reported: it may still be starting. */
const SILENCE_MS = 2_000;
/** Milliseconds after which a background that did not answer is greeted again. */
const AGAIN_MS = 3_000;

export interface Greeting {
  /** The background takes too long to answer, or reported a failure. */
  silent: ReadonlySignal<boolean>;
  /** Wakes the background; false when it did not answer. It is then greeted again until it answers: it may only be busy. */
  greet(): Promise<boolean>;
  /**
   * Calls the listener each time the silence ends: questions that were asked meanwhile may have been left
   * without an answer.
   */
  onAnsweredLate(listener: () => void): void;
  /** Waits for an answer of the background, and sets `silent` when it takes too long. */
  patiently<Value>(answer: Promise<Value>): Promise<Value>;
}

export function createGreeting(askSoon: Ask, schedule: Schedule = onTimer): Greeting {
  const silent = signal(false);
  let greetings = 0;

  /** Sets `silent` when an answer takes too long; `answered` tells whether the value counts as an answer. */
  async function listen<Value>(answer: Promise<Value>, answered: (value: Value) => boolean): Promise<Value> {
    let noticed = false;
    const callOff = schedule(() => {
      noticed = true;
      silent.value = true;
    }, SILENCE_MS);
    const value = await answer;
    callOff();
    if (noticed && answered(value)) silent.value = false;
    return value;
  }
  const patiently = <Value>(answer: Promise<Value>) => listen(answer, () => true);

  async function greet(): Promise<boolean> {
    greetings += 1;
    const greeting = greetings;
    const reply = await listen(askSoon('hello', {}), ({ ok }) => ok);
    if (greeting === greetings) {
      silent.value = !reply.ok;
      if (!reply.ok) schedule(() => greeting === greetings && void greet(), AGAIN_MS);
    }
    return reply.ok;
  }

  function onAnsweredLate(listener: () => void): void {
    let before = silent.value;
    effect(() => {
      const now = silent.value;
      if (before && !now) listener();
      before = now;
    });
  }

  return { silent, patiently, greet, onAnsweredLate };
}
