// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { expect, test } from 'vitest';
import { useShownThumbnail } from '../../../../src/ui/picture/use-shown-thumbnail.ts';

const held = new Set<string>();
const source = {
  async take(id: string) {
    held.add(id);
    return id === 'gone' ? undefined : `blob:${id}`;
  },
  letGo: (id: string) => void held.delete(id),
};

function Cell({ id }: { id: string }) {
  const { url, isGone, onError } = useShownThumbnail(id, source);
  return isGone ? <p>gone</p> : <img src={url} alt="" onError={onError} />;
}

const root = document.createElement('div');
const show = (id: string) => act(async () => render(<Cell id={id} />, root));

test('is shown; one that there is not, or that the browser cannot show, is gone, and the next is not', async () => {
  await show('a');
  expect(root.querySelector('img')?.getAttribute('src')).toBe('blob:a');
  act(() => void root.querySelector('img')?.dispatchEvent(new Event('error')));
  expect(root.textContent).toBe('gone');
  await show('b');
  expect(root.querySelector('img')?.getAttribute('src')).toBe('blob:b');
  await show('gone');
  expect(root.textContent).toBe('gone');
  expect([...held]).toEqual(['gone']);
  act(() => render(null, root));
  expect([...held]).toEqual([]);
});
