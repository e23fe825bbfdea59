// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { beforeEach, expect, test } from 'vitest';
import type { StoredPicture } from '../../../../src/gallery/index.ts';
import { readMetadata } from '../../../../src/gallery/metadata/read-metadata.ts';
import type { SettingsView } from '../../../../src/messages/index.ts';
import { type Dragged, useDraggedFile } from '../../../../src/ui/picture/use-dragged-file.ts';
import { tinyPng } from '../../gallery/metadata/tiny-files.ts';
import { samplePicture } from '../../jobs/sample-job.ts';

const SETTINGS = {
  pictures: { metadata: 'all', fileType: 'kept', fileName: '{prompt}' },
} as unknown as SettingsView;
const stored: StoredPicture = {
  picture: samplePicture(),
  blob: new Blob([tinyPng()], { type: 'image/png' }),
};
const FULL = { stored, url: 'blob:full' };

const root = document.body.appendChild(document.createElement('div'));
let files: Map<string, Blob>;
let later: { work: () => void; afterMs: number }[];
let decoded: boolean;
let reads: string[];
let read: (id: string) => Promise<StoredPicture | undefined>;
const thumbnail = () => ({
  id: 'one',
  read(id: string) {
    reads.push(id);
    return read(id);
  },
});

beforeEach(async () => {
  await act(async () => render(null, root));
  files = new Map();
  later = [];
  reads = [];
  decoded = true;
  read = async () => stored;
});

const ports = {
  urls: {
    createObjectURL(blob: Blob) {
      files.set(`blob:file-${files.size}`, blob);
      return `blob:file-${files.size - 1}`;
    },
    revokeObjectURL: (url: string) => void files.delete(url),
  },
  untilDecoded: async () => decoded,
  later: (work: () => void, afterMs: number) => void later.push({ work, afterMs }),
};

function Cell({ dragged }: { dragged: Dragged | undefined }) {
  const { src, handlers } = useDraggedFile(dragged, SETTINGS, ports);
  return (
    <button type="button" {...handlers}>
      <img src={src ?? 'blob:shown'} alt="" />
    </button>
  );
}
const show = (dragged: Dragged | undefined) => act(async () => render(<Cell dragged={dragged} />, root));
const image = () => root.querySelector('img') as HTMLImageElement;
const button = () => root.querySelector('button') as HTMLButtonElement;

/** Lets something happen at the image, and waits until the file is made. */
async function does(name: string): Promise<void> {
  await act(async () => {
    const bubbles = name !== 'pointerenter';
    (bubbles ? image() : button()).dispatchEvent(new Event(name, { bubbles }));
    await new Promise((resolve) => setTimeout(resolve, 20));
  });
}
/** What a drag offers; undefined where there is no drag. */
async function drags(): Promise<string | undefined> {
  const offered: Record<string, string> = {};
  const setData = (type: string, data: string) => {
    offered[type] = data;
  };
  const event = Object.assign(new Event('dragstart', { bubbles: true, cancelable: true }), {
    dataTransfer: { setData },
  });
  await act(async () => void image().dispatchEvent(event));
  return event.defaultPrevented ? undefined : offered.DownloadURL;
}
const runLater = () => {
  for (const { work } of later.splice(0)) work();
};

test('a picture in sight is dragged as the file that would be saved, which is made when the pointer enters it', async () => {
  await show(FULL);
  expect(await drags()).toBe('image/png:a red fox.png:blob:full');
  await does('pointerenter');
  expect(image().src).toBe('blob:file-0');
  expect(await drags()).toBe('image/png:a red fox.png:blob:file-0');
  const file = new Uint8Array((await files.get('blob:file-0')?.arrayBuffer()) ?? new ArrayBuffer());
  expect(await readMetadata(file)).toMatchObject({ prompt: 'a red fox' });
});

test('what the browser cannot show does not take the place of the picture, and is dragged all the same', async () => {
  decoded = false;
  await show(FULL);
  await does('pointerenter');
  expect([image().src, await drags()]).toEqual(['blob:shown', 'image/png:a red fox.png:blob:file-0']);
});

test('a picture of which a thumbnail is in sight is read when it is pressed, not when the pointer is over it', async () => {
  await show(thumbnail());
  await does('pointerenter');
  expect(reads).toEqual([]);
  await does('pointerdown');
  expect([reads, image().src]).toEqual([['one'], 'blob:file-0']);
  expect(await drags()).toBe('image/png:a red fox.png:blob:file-0');
});

test('the thumbnail itself is never dragged: not before its picture is read, nor shown, nor where there is none', async () => {
  let arrive: (picture: StoredPicture) => void = () => {};
  read = () => new Promise((resolve) => (arrive = resolve));
  await show(thumbnail());
  expect(await drags()).toBeUndefined();
  await does('pointerdown');
  expect(await drags()).toBeUndefined();
  await act(async () => arrive(stored));
  await does('pointermove');
  expect(await drags()).toMatch(/blob:file-0$/);

  await show(undefined);
  expect(await drags()).toBeUndefined();
  decoded = false;
  read = async () => stored;
  await show(thumbnail());
  await does('pointerdown');
  expect(await drags()).toBeUndefined();
});

test('a press without a drag lets the file go at once; a dragged one can be read for a while after the drop', async () => {
  await show(thumbnail());
  await does('pointerdown');
  await does('pointerup');
  expect([image().src, later.map(({ afterMs }) => afterMs)]).toEqual(['blob:shown', [0]]);
  runLater();
  expect(files.size).toBe(0);

  await does('pointerdown');
  expect(await drags()).toMatch(/blob:file-0$/);
  await does('dragend');
  expect([image().src, files.size, later.map(({ afterMs }) => afterMs)]).toEqual(['blob:shown', 1, [60_000]]);
  runLater();
  expect(files.size).toBe(0);
});

test('a picture that leaves the page in the middle of a drag takes its file along only later', async () => {
  await show(thumbnail());
  await does('pointerdown');
  await drags();
  await act(async () => render(null, root));
  expect([files.size, later.map(({ afterMs }) => afterMs)]).toEqual([1, [60_000]]);
});

test('a picture that cannot be read is tried again with the next press', async () => {
  read = async () => {
    throw new Error('The database is gone');
  };
  await show(thumbnail());
  await does('pointerdown');
  expect(await drags()).toBeUndefined();
  read = async () => stored;
  await does('pointerup');
  await does('pointerdown');
  expect(await drags()).toMatch(/blob:file-0$/);
});
