import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createPolicyReader } from '../../../src/browser/index.ts';
import { memoryArea } from '../jobs/memory-area.ts';

const POLICY = { enabled: false, locked: ['enabled'] };

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function reader(stored: Record<string, unknown>, ask: () => Promise<unknown>) {
  const area = memoryArea(stored);
  const changed = vi.fn();
  return { area, changed, read: createPolicyReader({ ask, area, changed }) };
}

test('a browser that answers at once is believed, and remembered', async () => {
  const { area, read, changed } = reader({}, async () => POLICY);
  expect(await read()).toEqual(POLICY);
  expect(await area.get('policy')).toEqual({ policy: POLICY });
  expect(changed).not.toHaveBeenCalled();
});

test('a browser that has just started: the last policy holds until it says what is set now', async () => {
  const { promise, resolve } = Promise.withResolvers<unknown>();
  const { area, read, changed } = reader({ policy: POLICY }, () => promise);
  const reading = read();
  await vi.advanceTimersByTimeAsync(250);
  expect(await reading).toEqual(POLICY);
  expect(changed).not.toHaveBeenCalled();
  resolve({ enabled: true });
  await vi.advanceTimersByTimeAsync(0);
  expect(changed).toHaveBeenCalledOnce();
  expect(await area.get('policy')).toEqual({ policy: { enabled: true } });
});

test('a policy that was lifted is forgotten', async () => {
  const { area, read } = reader({ policy: POLICY }, async () => ({}));
  expect(await read()).toEqual({});
  expect(await area.get('policy')).toEqual({ policy: {} });
});

test('the same policy, said late, changes nothing', async () => {
  const { promise, resolve } = Promise.withResolvers<unknown>();
  const { read, changed } = reader({ policy: POLICY }, () => promise);
  const reading = read();
  await vi.advanceTimersByTimeAsync(250);
  await reading;
  resolve(POLICY);
  await vi.advanceTimersByTimeAsync(0);
  expect(changed).not.toHaveBeenCalled();
});
