import { effect } from '@preact/signals';
import { expect, test } from 'vitest';
import type { Ask } from '../../../../src/messages/index.ts';
import { createGreeting } from '../../../../src/ui/stage/greeting.ts';

/** Greets a background that gives these answers, one a greeting. What is scheduled runs when the test says so. */
function bench(answers: boolean[]) {
  const due: { run: () => void; afterMs: number }[] = [];
  let greetings = 0;
  const ask = (async () => ({ ok: answers[greetings++] })) as unknown as Ask;
  const schedule = (run: () => void, afterMs: number) => {
    const one = { run, afterMs };
    due.push(one);
    return () => void due.splice(due.indexOf(one), 1);
  };
  const pass = async () => {
    for (const one of due.splice(0)) one.run();
    await new Promise((resolve) => setTimeout(resolve));
  };
  return { greeting: createGreeting(ask, schedule), due, pass, greetings: () => greetings };
}

// On a busy machine the first answer is late. The picture behind the note would never be seen.
test('a background that did not answer is greeted again until it does', async () => {
  const { greeting, due, pass, greetings } = bench([false, false, true]);
  let late = 0;
  greeting.onAnsweredLate(() => {
    late += 1;
  });
  expect(await greeting.greet()).toBe(false);
  expect(greeting.silent.value).toBe(true);
  await pass();
  expect(greeting.silent.value).toBe(true);
  await pass();
  expect(greeting.silent.value).toBe(false);
  await pass();
  expect({ greetings: greetings(), due, late }).toEqual({ greetings: 3, due: [], late: 1 });
});

test('a press that greets meanwhile takes the place of the greeting that would have come', async () => {
  const { greeting, pass, greetings } = bench([false, true, true]);
  await greeting.greet();
  await greeting.greet();
  await pass();
  expect(greetings()).toBe(2);
  expect(greeting.silent.value).toBe(false);
});

// The note is an alert: one that goes and comes again is read out each time.
test('while nothing answers the note stays as it is', async () => {
  const { promise: first, resolve: timeOut } = Promise.withResolvers<{ ok: boolean }>();
  const due: (() => void)[] = [];
  const greeting = createGreeting((() => first) as unknown as Ask, (run) => {
    due.push(run);
    return () => undefined;
  });
  const shown: boolean[] = [];
  effect(() => void shown.push(greeting.silent.value));
  const greeted = greeting.greet();
  due[0]?.();
  timeOut({ ok: false });
  await greeted;
  expect(shown).toEqual([false, true]);
});
