import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createSlots } from '../../../../src/hub/client/slots.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const never = new AbortController().signal;

/** A gate whose tasks hang until they are told to end or are overtaken, and what runs at the moment. */
function gate(limit: number) {
  const slots = createSlots(() => limit);
  const running: string[] = [];
  const begun: string[] = [];
  const ends = new Map<string, () => void>();
  const ask = (name: string, { isUrgent = true, signal = never } = {}) => {
    const source = name.split(' ')[0] ?? '';
    const done = slots(
      { source, isUrgent },
      (overtaken) =>
        new Promise<string>((resolve, reject) => {
          running.push(name);
          begun.push(name);
          const leave = () => void running.splice(running.indexOf(name), 1);
          ends.set(name, () => {
            leave();
            resolve(name);
          });
          overtaken.addEventListener('abort', () => {
            leave();
            reject(new DOMException('', 'AbortError'));
          });
        }),
      signal,
    );
    void done.catch(() => undefined);
    return done;
  };
  const end = async (name: string) => {
    ends.get(name)?.();
    await vi.advanceTimersByTimeAsync(0);
  };
  return { ask, end, running, begun, wait: (ms: number) => vi.advanceTimersByTimeAsync(ms) };
}

describe('places', () => {
  test('no source takes more than half of them, so a hanging one leaves room for the others', async () => {
    const { ask, running, wait } = gate(5);
    for (let count = 0; count < 5; count += 1) void ask(`slow ${count}`, { isUrgent: false });
    void ask('quick', { isUrgent: false });
    await wait(0);
    expect(running).toEqual(['slow 0', 'slow 1', 'quick']);
  });

  test('with one slot, tasks run one at a time', async () => {
    const { ask, running, end, wait } = gate(1);
    void ask('a');
    void ask('b');
    await wait(0);
    expect(running).toEqual(['a']);
    await end('a');
    expect(running).toEqual(['b']);
  });

  test('a task that was aborted before its turn never starts', async () => {
    const { ask, begun, end, wait } = gate(1);
    const leaving = new AbortController();
    void ask('a');
    const b = ask('b', { signal: leaving.signal });
    leaving.abort();
    await expect(b).rejects.toMatchObject({ name: 'AbortError' });
    await end('a');
    await wait(0);
    expect(begun).toEqual(['a']);
  });
});

describe('a lookup before money is spent', () => {
  test('takes the place of a listing when all are taken, and the listing is asked again', async () => {
    const { ask, running, end, begun, wait } = gate(2);
    void ask('a', { isUrgent: false });
    void ask('b', { isUrgent: false });
    await wait(0);
    const locate = ask('c');
    await wait(0);
    expect(running).toEqual(['a', 'c']);
    await end('c');
    expect(await locate).toBe('c');
    await wait(0);
    expect(begun).toEqual(['a', 'b', 'c', 'b']);
  });

  test('goes before listings that wait', async () => {
    const { ask, end, running, wait } = gate(1);
    void ask('a');
    void ask('b', { isUrgent: false });
    void ask('c');
    await wait(0);
    await end('a');
    expect(running).toEqual(['c']);
  });
});

describe('sources that hang', () => {
  test('fifteen of them in front keep the one behind waiting for seconds, not for all their time-outs', async () => {
    const { ask, running, begun, wait } = gate(5);
    for (let count = 0; count < 15; count += 1) void ask(`hangs${count}`);
    void ask('huggingface');
    await wait(7_000);
    expect(begun).not.toContain('huggingface');
    await wait(1_000);
    expect(running).toContain('huggingface');
    expect(running.length).toBeLessThanOrEqual(5);
  });

  test('are overtaken once: when they run again, they have their full time', async () => {
    const { ask, begun, running, wait } = gate(1);
    void ask('a');
    void ask('b');
    await wait(60_000);
    expect(begun).toEqual(['a', 'b', 'a']);
    expect(running).toEqual(['a']);
  });

  test('no task is overtaken while none waits', async () => {
    const { ask, running, wait } = gate(1);
    void ask('a');
    await wait(60_000);
    expect(running).toEqual(['a']);
    expect(vi.getTimerCount()).toBe(0);
  });
});
