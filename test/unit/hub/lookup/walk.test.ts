import { expect, test } from 'vitest';
import { createSlots } from '../../../../src/hub/client/slots.ts';
import { walk } from '../../../../src/hub/lookup/walk.ts';
import { source } from '../make-hub.ts';

test('a walk ends with what asking fails with, instead of waiting for ever', async () => {
  const { signal } = new AbortController();
  const ask = () => Promise.reject(new Error('settings cannot be read'));
  const walked = walk([{ source: source('a') }], { ask, graceMs: 0, signal });
  await expect(walked).rejects.toThrow('settings cannot be read');
});

test('what was given up before its turn never starts', async () => {
  const slots = createSlots(() => 1);
  let started = false;
  const task = async () => {
    started = true;
  };
  await expect(slots({ source: 'a', isUrgent: true }, task, AbortSignal.abort())).rejects.toMatchObject({
    name: 'AbortError',
  });
  expect(started).toBe(false);
});
