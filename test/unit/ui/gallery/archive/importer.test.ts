import { describe, expect, test } from 'vitest';
import { writeArchive } from '../../../../../src/gallery/archive/write-archive.ts';
import type { Picture } from '../../../../../src/gallery/index.ts';
import { createImporter, type Imported } from '../../../../../src/ui/gallery/archive/importer.ts';
import { tinyPng } from '../../../gallery/metadata/tiny-files.ts';
import { samplePicture } from '../../../jobs/sample-job.ts';

const PNG = tinyPng();
const blob = new Blob([PNG], { type: 'image/png' });
const picture = (id: string, more: Partial<Picture> = {}) =>
  samplePicture({ id, byteLength: PNG.length, ...more });

async function archive(...ids: string[]): Promise<File> {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  const sink = new WritableStream<Uint8Array>({ write: (part) => void parts.push(new Uint8Array(part)) });
  await writeArchive(
    ids.map((id) => ({ picture: picture(id), blob })),
    sink,
  );
  return new File(parts, 'mine.zip');
}

function setUp(here: Record<string, Partial<Picture>> = {}) {
  const state = { stored: [] as string[], ended: [] as Imported[] };
  const importer = createImporter({
    reader: {
      read: async (id) => (here[id] ? { picture: picture(id, here[id]), blob } : undefined),
    },
    ended: (how) => void state.ended.push(how),
    async store(pictures) {
      for await (const one of pictures) state.stored.push(one.picture.id);
      return state.stored.length;
    },
  });
  return { importer, state };
}

describe('an import', () => {
  test('shows what comes before anything is stored, then stores what was chosen', async () => {
    const { importer, state } = setUp({ b: {} });
    await importer.look(await archive('a', 'b', 'c'));
    const shown = importer.importing.value;
    expect(shown?.phase === 'preview' && shown.preview.fresh.map(({ id }) => id)).toEqual(['a', 'c']);
    expect(shown).toMatchObject({ file: 'mine.zip', preview: { repeated: 1, broken: 0 } });
    expect(state.stored).toEqual([]);
    await importer.take(new Set(['c']));
    expect(state.stored).toEqual(['c']);
    expect(importer.importing.value).toBeUndefined();
  });

  test('a picture that was deleted here may come back', async () => {
    const { importer } = setUp({ a: { deletedAt: 1 } });
    await importer.look(await archive('a'));
    expect(importer.importing.value).toMatchObject({ preview: { repeated: 0, fresh: [{ id: 'a' }] } });
  });

  test('a file that is none is refused with the reason, and changes nothing', async () => {
    const { importer, state } = setUp();
    await importer.look(new File(['no zip'], 'letter.zip'));
    expect(importer.importing.value).toMatchObject({
      phase: 'refused',
      file: 'letter.zip',
      problem: 'ARCHIVE_UNREADABLE',
    });
    await importer.take(new Set(['a']));
    expect(state).toEqual({ stored: [], ended: [] });
  });

  test('closed, nothing of it is left', async () => {
    const { importer, state } = setUp();
    await importer.look(await archive('a'));
    importer.close();
    expect(importer.importing.value).toBeUndefined();
    await importer.take(new Set(['a']));
    expect(state.stored).toEqual([]);
  });

  test.each([
    [new DOMException('Full', 'QuotaExceededError'), 'full'],
    // What Chromium says of a disk without room.
    [new DOMException('Failed to write blobs (IOError)', 'DataError'), 'full'],
    [new Error('Something else'), 'failed'],
  ])('that cannot be stored says whether there was room: %s', async (reason, how) => {
    const ended: Imported[] = [];
    const importer = createImporter({
      reader: { read: async () => undefined },
      ended: (one) => void ended.push(one),
      store: () => Promise.reject(reason),
    });
    await importer.look(await archive('a'));
    await importer.take(new Set(['a']));
    expect(ended).toEqual([{ ended: how }]);
  });
});
