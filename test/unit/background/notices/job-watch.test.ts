import { describe, expect, test } from 'vitest';
import { createJobWatch } from '../../../../src/background/notices/job-watch.ts';
import type { Job } from '../../../../src/jobs/index.ts';

const job = (id: string, status: Job['status'], unseen?: true): Job => ({
  ...(unseen && { unseen }),
  id,
  status,
  request: { prompt: 'a fox', style: 'none' },
  origin: 'selection',
  createdAt: 1,
  attempts: [],
});

function bench() {
  const badge: string[] = [];
  const ended: string[] = [];
  const watch = createJobWatch(({ active, unseen }) =>
    badge.push(active > 0 ? String(active) : unseen === 'none' ? '' : unseen),
  );
  watch.onEnded(({ id }) => ended.push(id));
  return { watch, badge, ended };
}

describe('the badge', () => {
  test('counts what is under way, and goes with the last', () => {
    const { watch, badge } = bench();
    watch.begin([]);
    watch.saved(job('one', 'queued'));
    watch.saved(job('one', 'running'));
    watch.saved(job('two', 'queued'));
    watch.saved(job('one', 'succeeded'));
    watch.saved(job('two', 'failed'));
    expect(badge).toEqual(['', '1', '2', '1', '']);
  });

  // The browser keeps a badge whose worker was stopped: it would say for ever that a picture is being made.
  test('that a killed worker left is put right by the next', () => {
    const { watch, badge } = bench();
    watch.begin([]);
    expect(badge).toEqual(['']);
    const waiting = bench();
    waiting.watch.begin([job('one', 'waiting'), job('two', 'failed')]);
    expect(waiting.badge).toEqual(['1']);
  });

  test('does not count what was deleted while it ran', () => {
    const { watch, badge } = bench();
    watch.saved(job('one', 'running'));
    watch.forgotten(['one']);
    expect(badge.at(-1)).toBe('');
  });
});

describe('what nobody has seen', () => {
  test('is said until it is seen, behind what is under way; a failure counts for all', () => {
    const { watch, badge } = bench();
    watch.begin([job('old', 'succeeded', true)]);
    watch.saved(job('one', 'running'));
    watch.saved(job('one', 'failed', true));
    watch.saved(job('one', 'failed'));
    watch.saved(job('old', 'succeeded'));
    expect(badge).toEqual(['made', '1', 'failed', 'made', '']);
  });

  test('is no news when it was cancelled, dismissed, or deleted', () => {
    const { watch, badge } = bench();
    watch.begin([job('one', 'cancelled', true), { ...job('two', 'failed', true), dismissed: true }]);
    watch.saved(job('three', 'succeeded', true));
    watch.forgotten(['three']);
    watch.repeat();
    expect(badge).toEqual(['', 'made', '', '']);
  });

  test('is not told a second time because it is marked, as long as the worker has not begun either', () => {
    const { watch, ended } = bench();
    watch.saved(job('one', 'interrupted'));
    watch.saved(job('one', 'interrupted', true));
    expect(ended).toEqual(['one']);
  });
});

describe('the end of a job', () => {
  test('is told once, and not again when its record changes', () => {
    const { watch, ended } = bench();
    watch.begin([]);
    watch.saved(job('one', 'running'));
    watch.saved(job('one', 'succeeded'));
    watch.saved({ ...job('one', 'succeeded'), dismissed: true });
    expect(ended).toEqual(['one']);
  });

  test('that came with the worker before is told by the next', () => {
    const { watch, ended } = bench();
    watch.saved(job('one', 'interrupted'));
    watch.begin([]);
    expect(ended).toEqual(['one']);
  });
});
