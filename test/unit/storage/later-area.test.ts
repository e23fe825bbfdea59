import { expect, test } from 'vitest';
import { laterArea } from '../../../src/storage/later-area.ts';
import { memoryArea } from '../jobs/memory-area.ts';

test('an area that is known later takes what was asked of it before', async () => {
  const real = memoryArea();
  const known = Promise.withResolvers<typeof real>();
  const area = laterArea(() => known.promise);
  const heard: unknown[] = [];
  const listener = (changes: unknown) => heard.push(changes);
  const silent = () => heard.push('let go of');
  area.onChanged.addListener(listener);
  area.onChanged.addListener(silent);
  area.onChanged.removeListener(silent);
  const written = area.set({ a: 1 });
  known.resolve(real);
  await written;
  expect(await area.get('a')).toEqual({ a: 1 });
  expect(heard).toHaveLength(1);
  await area.remove('a');
  expect(await area.get(null)).toEqual({});
});
