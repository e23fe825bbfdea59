import { expect, test } from 'vitest';
import { createSlots } from '../../../../src/hub/client/slots.ts';
import { walk } from '../../../../src/hub/lookup/walk.ts';
import { source } from '../make-hub.ts';

test('a walk rejects with the error of a request, instead of waiting for ever', async () => {
  const { signal } = new AbortController();
  const ask = () => Promise.reject(new Error('settings cannot be read'));
  const walked = walk([{ source: source('a') }], { ask, graceMs: 0, signal });
  await expect(walked).rejects.toThrow('settings cannot be read');
});

test('a task that was aborted before its turn never starts', async () => {
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
