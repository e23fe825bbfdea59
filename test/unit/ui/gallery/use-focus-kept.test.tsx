// @vitest-environment happy-dom
import { render } from 'preact';
import { useRef } from 'preact/hooks';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { useFocusKept } from '../../../../src/ui/gallery/use-focus-kept.ts';

function Page({ tiles, undo = false }: { tiles: string[]; undo?: boolean }) {
  const box = useRef<HTMLElement>(null);
  useFocusKept(box);
  return (
    <main ref={box}>
      {tiles.length === 0 ? (
        <div class="nothing" tabIndex={-1} />
      ) : (
        <div class="wall">
          {tiles.map((name, place) => (
            <button key={name} type="button" id={name} tabIndex={place === 0 ? 0 : -1} />
          ))}
        </div>
      )}
      {undo && <button type="button" id="undo" />}
    </main>
  );
}

let root: HTMLElement;
const show = (tiles: string[], undo = false) => act(() => render(<Page tiles={tiles} undo={undo} />, root));
const focus = (id: string) => document.getElementById(id)?.focus();
const focused = () => document.activeElement?.id || document.activeElement?.className;
const frames = () =>
  new Promise<void>((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve())));

beforeEach(() => {
  root = document.body.appendChild(document.createElement('div'));
});
afterEach(() => {
  act(() => render(null, root));
  root.remove();
});

test('where the only found picture goes, the focus goes to what is said of it', async () => {
  await show(['fox']);
  focus('fox');
  await show([]);
  await expect.poll(focused).toBe('nothing');
});

test('where a message goes with its button, the focus goes to the tile at which Tab stops', async () => {
  await show(['fox', 'whale'], true);
  focus('undo');
  await show(['fox', 'whale']);
  await expect.poll(focused).toBe('fox');
});

test('where the user has left everything, or is elsewhere, nothing takes the focus', async () => {
  await show(['fox', 'whale'], true);
  focus('whale');
  document.getElementById('whale')?.blur();
  await frames();
  await show(['fox'], true);
  await frames();
  expect(document.activeElement).toBe(document.body);
  focus('undo');
  await show([], true);
  await frames();
  expect(focused()).toBe('undo');
});
