import { describe, expect, test, vi } from 'vitest';
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

  test('writes when the typing pauses, and at once when the page goes', async () => {
    const set = vi.fn(async () => {});
    const timers = handTimers();
    const keeper = keepDraft(memoryArea({}, { set }), timers.schedule);
    await settled();
    keeper.change({ prompt: 'a' });
    keeper.change({ prompt: 'a f' });
    expect(set).not.toHaveBeenCalled();
    keeper.flush();
    expect(set).toHaveBeenCalledExactlyOnceWith({
      'popup:draft': expect.objectContaining({ prompt: 'a f' }),
    });
    timers.runAll();
    keeper.flush();
    expect(set).toHaveBeenCalledOnce();
  });

  test('a storage that fails stops nobody from typing', async () => {
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
