import { type ReadonlySignal, signal } from '@preact/signals';
import type { Ask } from '../../messages/index.ts';
import { onTimer, type Schedule } from './schedule.ts';

/** Milliseconds before a background that does not answer is reported: it may still be starting. */
const SILENCE_MS = 2_000;

export interface Greeting {
  /** The background takes too long to answer, or reported a failure. */
  silent: ReadonlySignal<boolean>;
  /** Wakes the background; false when it did not answer. */
  greet(): Promise<boolean>;
  /** Waits for an answer of the background, and sets `silent` when it takes too long. */
  patiently<Value>(answer: Promise<Value>): Promise<Value>;
}

export function createGreeting(askSoon: Ask, schedule: Schedule = onTimer): Greeting {
  const silent = signal(false);
  let greetings = 0;

  async function patiently<Value>(answer: Promise<Value>): Promise<Value> {
    let noticed = false;
    const callOff = schedule(() => {
      noticed = true;
      silent.value = true;
    }, SILENCE_MS);
    const value = await answer;
    callOff();
    if (noticed) silent.value = false;
    return value;
  }

  return {
    silent,
    patiently,
    async greet() {
      greetings += 1;
      const greeting = greetings;
      const reply = await patiently(askSoon('hello', {}));
      if (greeting === greetings) silent.value = !reply.ok;
      return reply.ok;
    },
  };
}
