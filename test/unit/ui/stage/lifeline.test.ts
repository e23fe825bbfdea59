import { describe, expect, test, vi } from 'vitest';
import { LIFELINE_PORT } from '../../../../src/messages/index.ts';
import { holdLifeline } from '../../../../src/ui/stage/lifeline.ts';
import { handTimers } from '../popup/hand-timers.ts';
import { settled } from '../popup/memory-area.ts';

function aLine() {
  const drops: (() => void)[] = [];
  const disconnect = vi.fn();
  const connect = vi.fn((_name: string) => ({
    disconnect,
    onDisconnect: { addListener: (listener: () => void) => void drops.push(listener) },
  }));
  const hello = vi.fn(async () => true);
  const timers = handTimers();
  const release = holdLifeline({ connect, hello, schedule: timers.schedule });
  return { connect, hello, timers, release, disconnect, drop: () => drops.at(-1)?.() };
}

describe('the lifeline', () => {
  test('when the worker dies it is greeted, then held again', async () => {
    const line = aLine();
    expect(line.connect).toHaveBeenCalledExactlyOnceWith(LIFELINE_PORT);
    line.drop();
    line.timers.runAll();
    await settled();
    expect(line.hello).toHaveBeenCalledOnce();
    expect(line.connect).toHaveBeenCalledTimes(2);
  });

  test('released, it is closed and never opened again', async () => {
    const line = aLine();
    line.drop();
    line.release();
    line.timers.runAll();
    await settled();
    expect(line.disconnect).toHaveBeenCalledOnce();
    expect(line.connect).toHaveBeenCalledOnce();
  });

  test('a background that drops every port is asked less and less often', async () => {
    const line = aLine();
    const pauses: number[] = [];
    for (let turn = 0; turn < 8; turn += 1) {
      line.drop();
      pauses.push(...line.timers.pauses());
      line.timers.runAll();
      await settled();
    }
    expect(pauses).toEqual([200, 400, 800, 1600, 3200, 6400, 10_000, 10_000]);
  });
});
