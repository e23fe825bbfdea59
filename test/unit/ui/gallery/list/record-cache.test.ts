import { describe, expect, test } from 'vitest';
import type { Picture } from '../../../../../src/gallery/index.ts';
import { createRecordCache } from '../../../../../src/ui/gallery/list/record-cache.ts';
import { samplePicture } from '../../../jobs/sample-job.ts';

function setUp(spare?: number) {
  const state = { reads: [] as string[][], favourite: false, fails: false };
  const cache = createRecordCache(
    {
      async records(ids) {
        state.reads.push([...ids]);
        if (state.fails) throw new Error('No gallery');
        const there = ids.filter((id) => id !== 'gone');
        return there.map((id): Picture => samplePicture({ id, ...(state.favourite && { favourite: true }) }));
      },
    },
    spare,
  );
  return { cache, state };
}
const turn = () => new Promise<void>((resolve) => setTimeout(resolve));

describe('records of pictures', () => {
  test('that are asked for in one turn are read together, each once', async () => {
    const { cache, state } = setUp();
    const [a] = [cache.record('a'), cache.record('b'), cache.record('a')];
    cache.take('a');
    expect(a?.value).toBeUndefined();
    await turn();
    expect(a?.value?.id).toBe('a');
    expect(state.reads).toEqual([['a', 'b']]);
  });

  test('that are known already are not read', async () => {
    const { cache, state } = setUp();
    cache.give([samplePicture({ id: 'a' })]);
    expect(cache.record('a').value?.id).toBe('a');
    await turn();
    expect(state.reads).toEqual([]);
  });

  test('no more are kept than are shown and some to scroll back to', async () => {
    const { cache, state } = setUp(2);
    for (const id of ['a', 'b', 'c', 'd']) cache.take(id);
    for (const id of ['a', 'b', 'c']) cache.letGo(id);
    await turn();
    for (const id of ['a', 'b', 'd']) cache.record(id);
    await turn();
    expect(state.reads).toEqual([['a', 'b', 'c', 'd'], ['a']]);
  });

  test('that are drawn now are not dropped for those that go, and are read once', async () => {
    const { cache, state } = setUp(2);
    const ids = (kind: string) => Array.from({ length: 5 }, (_, place) => `${kind}-${place}`);
    for (const id of ids('old')) cache.take(id);
    // A page asks while it draws, lets go of what was there, and takes what is there when all of it stands.
    const drawn = ids('new').map((id) => cache.record(id));
    for (const id of ids('old')) cache.letGo(id);
    for (const id of ids('new')) cache.take(id);
    await turn();
    expect(drawn.map(({ value }) => value?.id)).toEqual(ids('new'));
    expect(state.reads).toEqual([[...ids('old'), ...ids('new')]]);
  });

  test('that are shown are read again after a change, the others when they are shown', async () => {
    const { cache, state } = setUp();
    cache.take('a');
    const record = cache.record('a');
    cache.give([samplePicture({ id: 'b' })]);
    await turn();
    state.favourite = true;
    cache.renew();
    await turn();
    expect(record.value?.favourite).toBe(true);
    expect(state.reads).toEqual([['a'], ['a']]);
    cache.record('b');
    await turn();
    expect(state.reads.at(-1)).toEqual(['b']);
  });

  test('that are gone or cannot be read stay as they were', async () => {
    const { cache, state } = setUp();
    expect(cache.record('gone').value).toBeUndefined();
    cache.take('a');
    await turn();
    state.fails = true;
    cache.renew();
    await turn();
    expect(cache.record('a').value?.id).toBe('a');
  });
});
