import { describe, expect, test } from 'vitest';
import { keepDraft } from '../../../../src/ui/composer/draft-keeper.ts';
import { handTimers } from '../popup/hand-timers.ts';
import { memoryArea, settled } from '../popup/memory-area.ts';

describe('the draft keeper', () => {
  test('brings back what was typed', async () => {
    const keeper = keepDraft(memoryArea({ 'popup:draft': { prompt: 'a fox', style: 'photo' } }));
    await settled();
    expect(keeper.draft.value).toMatchObject({ prompt: 'a fox', style: 'photo' });
  });

  test('what is typed before the stored draft arrives wins over it', async () => {
    const items = { 'popup:draft': { prompt: 'old', style: 'photo' } };
    const timers = handTimers();
    const keeper = keepDraft(memoryArea(items), timers.schedule);
    keeper.change({ prompt: 'new' });
    await settled();
    expect(keeper.draft.value).toMatchObject({ prompt: 'new', style: 'photo' });
    timers.runAll();
    expect(items['popup:draft']).toMatchObject({ prompt: 'new', style: 'photo' });
  });

  /** A storage that says when a write is done. */
  function slowArea() {
    const writes: { prompt: unknown; done: () => void }[] = [];
    const area = memoryArea(
      {},
      {
        set: (items) =>
          new Promise<void>((done) => {
            writes.push({ prompt: (items['popup:draft'] as { prompt: string }).prompt, done });
          }),
      },
    );
    return { area, writes };
  }

  test('each key is on its way at once; those typed while one is written go with the next', async () => {
    const { area, writes } = slowArea();
    const keeper = keepDraft(area, handTimers().schedule);
    await settled();
    for (const prompt of ['a', 'a ', 'a f']) keeper.change({ prompt });
    expect(writes.map(({ prompt }) => prompt)).toEqual(['a']);
    writes[0]?.done();
    await settled();
    expect(writes.map(({ prompt }) => prompt)).toEqual(['a', 'a f']);
    writes[1]?.done();
    await settled();
    expect(writes).toHaveLength(2);
  });

  test('a write that does not end holds up the next one for 100 ms at most', async () => {
    const { area, writes } = slowArea();
    const timers = handTimers();
    const keeper = keepDraft(area, timers.schedule);
    await settled();
    keeper.change({ prompt: 'a' });
    keeper.change({ prompt: 'a f' });
    expect(timers.pauses()).toEqual([100]);
    timers.runAll();
    expect(writes.map(({ prompt }) => prompt)).toEqual(['a', 'a f']);
    // When the first write ends late, it starts no other.
    writes[0]?.done();
    await settled();
    expect(writes).toHaveLength(2);
  });

  test('the user can type on when storage fails', async () => {
    const fails = () => Promise.reject(new Error('disk'));
    const timers = handTimers();
    const keeper = keepDraft(memoryArea({}, { get: fails, set: fails }), timers.schedule);
    keeper.change({ prompt: 'a fox' });
    await settled();
    timers.runAll();
    await settled();
    expect(keeper.draft.value.prompt).toBe('a fox');
  });
});
