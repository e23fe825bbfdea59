// @vitest-environment happy-dom
import { signal } from '@preact/signals';
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { expect, test } from 'vitest';
import { type Gallery, GalleryContext } from '../../../../../src/ui/gallery/context.ts';
import { Tile } from '../../../../../src/ui/gallery/wall/Tile.tsx';

const ENTRY = { id: 'a', provider: 'puter', favourite: false, byteLength: 1 } as const;
const record = signal({ request: { prompt: 'a red fox', style: 'none' } });

async function tileWith(url: string | undefined): Promise<HTMLElement> {
  const root = document.createElement('div');
  const gallery = {
    thumbnails: { take: async () => url, letGo() {} },
    records: { record: () => record, take() {}, letGo() {} },
    settings: signal(undefined),
  } as unknown as Gallery;
  const nothing = () => undefined;
  await act(() =>
    render(
      <GalleryContext.Provider value={gallery}>
        <Tile entry={ENTRY} chosen={undefined} tabbable onPress={nothing} onFocus={nothing} />
      </GalleryContext.Provider>,
      root,
    ),
  );
  return root;
}
const words = (root: HTMLElement) => root.querySelector('.tile-words')?.textContent;

test('a tile shows its picture, and no words over it', async () => {
  const root = await tileWith('data:image/png;base64,AAAA');
  expect(root.querySelector('img')?.getAttribute('src')).toBe('data:image/png;base64,AAAA');
  expect(words(root)).toBeUndefined();
});

test('a tile whose thumbnail is gone says what it is of', async () => {
  expect(words(await tileWith(undefined))).toBe('a red fox');
});

test('so does one whose thumbnail the browser cannot show', async () => {
  const root = await tileWith('data:image/png;base64,AAAA');
  act(() => void root.querySelector('img')?.dispatchEvent(new Event('error')));
  expect(words(root)).toBe('a red fox');
  expect(root.querySelector('img')?.getAttribute('alt')).toBe('a red fox');
});
