// @vitest-environment happy-dom
import { render } from 'preact';
import { useRef } from 'preact/hooks';
import { act } from 'preact/test-utils';
import { expect, test } from 'vitest';
import { useInSight } from '../../../../../src/ui/gallery/wall/use-in-sight.ts';

test('what takes the place of something that was scrolled is drawn from its top, and never from the middle', () => {
  const tops: [string, number][] = [];
  function Box({ what }: { what: string }) {
    const box = useRef<HTMLDivElement>(null);
    tops.push([what, useInSight(box, what).top]);
    return <div ref={box} />;
  }
  const root = document.createElement('div');
  const show = (what: string) => void act(() => render(<Box what={what} />, root));
  show('all');
  const box = root.querySelector('div');
  if (!box) throw new Error('There is no box');
  act(() => {
    box.scrollTop = 2_400;
    box.dispatchEvent(new Event('scroll'));
  });
  expect(tops.at(-1)).toEqual(['all', 2_400]);
  show('found');
  expect(tops.filter(([what, top]) => what === 'found' && top !== 0)).toEqual([]);
  expect(box.scrollTop).toBe(0);
  show('found');
  expect(tops.at(-1)).toEqual(['found', 0]);
});
