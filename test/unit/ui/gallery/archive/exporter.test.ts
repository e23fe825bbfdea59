import { describe, expect, test } from 'vitest';
import { readArchive } from '../../../../../src/gallery/archive/read-archive.ts';
import { createExporter, type Exported } from '../../../../../src/ui/gallery/archive/exporter.ts';
import { tinyPng } from '../../../gallery/metadata/tiny-files.ts';
import { samplePicture } from '../../../jobs/sample-job.ts';

const PNG = tinyPng();
const pictures = ['a', 'b', 'c'].map((id) => samplePicture({ id, byteLength: PNG.length }));

interface Setting {
  free?: number;
  missing?: string[];
  refused?: string[];
  lost?: string[];
}

/** A blob whose file the browser has lost. */
function lostBlob(): Blob {
  const blob = new Blob([PNG]);
  const refuse = () => Promise.reject(new DOMException('gone', 'NotReadableError'));
  return Object.assign(blob, { slice: lostBlob, arrayBuffer: refuse });
}

function setUp({ free, missing = [], refused = [], lost = [] }: Setting = {}) {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  const state = {
    opened: 0,
    dropped: 0,
    saved: [] as Blob[],
    ended: [] as Exported[],
    fail: undefined as unknown,
  };
  const exporter = createExporter({
    reader: {
      async read(id) {
        if (id === state.fail) exporter.cancel();
        if (refused.includes(id)) throw new DOMException('Failed to read large value', 'NotFoundError');
        const picture = pictures.find((one) => one.id === id);
        const blob = lost.includes(id) ? lostBlob() : new Blob([PNG]);
        return picture && !missing.includes(id) ? { picture, blob } : undefined;
      },
    },
    freeBytes: async () => free,
    async openFile() {
      state.opened += 1;
      return {
        sink: new WritableStream<Uint8Array>({ write: (part) => void parts.push(new Uint8Array(part)) }),
        finish: async () => new Blob(parts),
        async drop() {
          state.dropped += 1;
        },
      };
    },
    save: (file) => void state.saved.push(file),
    ended: (how) => void state.ended.push(how),
  });
  return { exporter, state };
}

describe('an export', () => {
  test('is one file with all pictures', async () => {
    const { exporter, state } = setUp();
    await exporter.start(pictures);
    const read = await readArchive(state.saved[0] ?? new Blob(), { has: async () => false });
    expect(read.ok && read.preview.fresh.map(({ id }) => id)).toEqual(['a', 'b', 'c']);
    expect(state.ended).toEqual([{ ended: 'saved', pictures: 3, unreadable: 0 }]);
    expect(exporter.exporting.value).toBeUndefined();
  });

  test('goes on without a picture that the browser has lost, and says so', async () => {
    const { exporter, state } = setUp({ missing: ['b'] });
    await exporter.start(pictures);
    expect(state.ended).toEqual([{ ended: 'saved', pictures: 2, unreadable: 1 }]);
  });

  test('goes on where the browser refuses to read a picture, or its bytes', async () => {
    const { exporter, state } = setUp({ refused: ['a'], lost: ['b'] });
    await exporter.start(pictures);
    expect(state.ended).toEqual([{ ended: 'saved', pictures: 1, unreadable: 2 }]);
  });

  test('of which nothing can be read is no file', async () => {
    const { exporter, state } = setUp({ refused: ['a', 'b', 'c'] });
    await exporter.start(pictures);
    expect(state).toMatchObject({ saved: [], dropped: 1, ended: [{ ended: 'failed' }] });
  });

  test('says how much room it needs and writes nothing where there is less, until the user wants it all the same', async () => {
    const { exporter, state } = setUp({ free: 100 });
    await exporter.start(pictures);
    expect(exporter.exporting.value).toMatchObject({ phase: 'no-room', free: 100 });
    expect(exporter.exporting.value?.needs).toBeGreaterThan(2 * 3 * PNG.length);
    expect(state.opened).toBe(0);
    await exporter.goOn();
    expect(state.saved).toHaveLength(1);
  });

  test('that is cancelled leaves no file, and another one can be begun', async () => {
    const { exporter, state } = setUp();
    state.fail = 'b';
    await exporter.start(pictures);
    expect(state).toMatchObject({ saved: [], dropped: 1, ended: [{ ended: 'cancelled' }] });
    state.fail = undefined;
    await exporter.start(pictures);
    expect(state.saved).toHaveLength(1);
  });
});
