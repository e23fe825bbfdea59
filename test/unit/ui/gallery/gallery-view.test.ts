import { signal } from '@preact/signals';
import { describe, expect, test } from 'vitest';
import { createGalleryView } from '../../../../src/ui/gallery/gallery-view.ts';
import { NO_PICTURES, withRecords } from '../../../../src/ui/gallery/list/picture-columns.ts';
import { listOf } from '../../../../src/ui/gallery/list/picture-list.ts';
import { samplePicture } from '../../jobs/sample-job.ts';

const pictures = listOf(
  withRecords(
    NO_PICTURES,
    ['a', 'b', 'c', 'd'].map((id) => samplePicture({ id })),
  ),
);
const setUp = () => {
  const shown = signal(pictures);
  return { shown, view: createGalleryView(shown) };
};

describe('what the gallery shows', () => {
  test('turning stops at both ends', () => {
    const { view } = setUp();
    view.openId.value = 'a';
    view.turn(-1);
    expect(view.openId.value).toBe('a');
    view.turn(1);
    expect(view.openId.value).toBe('b');
  });

  test('pictures that another page deleted are closed, enlarged or compared, and stay so when they come back', () => {
    const { view } = setUp();
    const without = (...gone: string[]) =>
      listOf(
        withRecords(
          NO_PICTURES,
          ['a', 'b', 'c', 'd'].filter((id) => !gone.includes(id)).map((id) => samplePicture({ id })),
        ),
      );
    view.openId.value = 'b';
    view.enlarged.value = true;
    view.closeGone(without('a'));
    expect([view.openId.value, view.enlarged.value]).toEqual(['b', true]);
    view.closeGone(without('b'));
    expect([view.openId.value, view.enlarged.value]).toEqual([undefined, false]);
    view.chosen.value = new Set(['a', 'b', 'c']);
    view.comparing.value = true;
    view.closeGone(without('a'));
    expect(view.comparing.value).toBe(true);
    view.closeGone(without('a', 'b'));
    expect(view.comparing.value).toBe(false);
  });

  test('Shift takes the range from the last one chosen, in either direction', () => {
    const { view } = setUp();
    view.choose('c', false);
    view.choose('a', true);
    expect(view.chosenPictures.value.map(({ id }) => id)).toEqual(['a', 'b', 'c']);
    view.choose('b', false);
    expect(view.chosenPictures.value.map(({ id }) => id)).toEqual(['a', 'c']);
  });

  test('Shift without one chosen before chooses one', () => {
    const { view } = setUp();
    view.choose('b', true);
    expect([...(view.chosen.value ?? [])]).toEqual(['b']);
  });

  test.each([
    ['b', ['b'], 'c'],
    ['d', ['d'], 'c'],
    ['b', ['b', 'c', 'd'], 'a'],
    ['a', ['a', 'b', 'c', 'd'], undefined],
    ['a', ['b'], 'a'],
  ])('with %s open, deleting %j leaves %s open', (open, gone, next) => {
    const { view } = setUp();
    view.openId.value = open;
    view.forget(gone);
    expect(view.openId.value).toBe(next);
  });
});
