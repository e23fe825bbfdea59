// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { FilesGiven } from '../../../../src/ui/page/FilesGiven.tsx';

let root: HTMLElement;
let taken: string[];
let several: number;

beforeEach(() => {
  [taken, several] = [[], 0];
  root = document.body.appendChild(document.createElement('div'));
  const onSeveral = () => {
    several += 1;
  };
  act(() =>
    render(<FilesGiven hint="" onFile={({ name }) => taken.push(name)} onSeveral={onSeveral} />, root),
  );
});
afterEach(() => {
  act(() => render(null, root));
  root.remove();
});

/** What happens with files and words that come by drop or paste; whether the page keeps the browser from it. */
function give(how: 'drop' | 'paste', names: string[], types: string[] = ['Files']): boolean {
  const files = names.map((name) => new File(['x'], name));
  const event = new Event(how, { bubbles: true, cancelable: true });
  Object.assign(event, { [how === 'drop' ? 'dataTransfer' : 'clipboardData']: { files, types } });
  document.body.dispatchEvent(event);
  return event.defaultPrevented;
}

test.each(['drop', 'paste'] as const)('takes one file (%s)', (how) => {
  expect(give(how, ['a.png'])).toBe(true);
  expect([taken, several]).toEqual([['a.png'], 0]);
});

test.each(['drop', 'paste'] as const)('of several at once none is taken in silence (%s)', (how) => {
  expect(give(how, ['a.png', 'b.png'])).toBe(true);
  expect([taken, several]).toEqual([[], 1]);
});

test('what holds text is the browser’s', () => {
  expect(give('paste', ['a.png'], ['Files', 'text/plain'])).toBe(false);
  expect(give('drop', [], ['text/plain'])).toBe(false);
  expect([taken, several]).toEqual([[], 0]);
});

test('a picture dragged from the page itself is not taken; after a drag that was refused, which has no end, files are', () => {
  const drag = (kind: 'dragstart' | 'dragend') => new Event(kind, { bubbles: true, cancelable: true });
  document.body.dispatchEvent(drag('dragstart'));
  expect(give('drop', ['own.png'])).toBe(false);
  document.body.dispatchEvent(drag('dragend'));
  root.addEventListener('dragstart', (event) => event.preventDefault());
  root.dispatchEvent(drag('dragstart'));
  expect(give('drop', ['a.png'])).toBe(true);
  expect(taken).toEqual(['a.png']);
});
