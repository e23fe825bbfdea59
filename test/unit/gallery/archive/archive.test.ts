import { BlobWriter, TextReader, Uint8ArrayReader, ZipWriter } from '@zip.js/zip.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readArchive } from '../../../../src/gallery/archive/read-archive.ts';
import { spaceForArchive, writeArchive } from '../../../../src/gallery/archive/write-archive.ts';
import type { Picture } from '../../../../src/gallery/index.ts';
import { samplePicture } from '../../jobs/sample-job.ts';
import { tinyPng } from '../metadata/tiny-files.ts';

const PNG = tinyPng();
const stored = (id: string, more: Partial<Picture> = {}) => ({
  picture: samplePicture({ id, createdAt: 1_000, byteLength: PNG.length, ...more }),
  blob: new Blob([PNG], { type: 'image/png' }),
});
const nothing = { has: async () => false };

function sink() {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  const stream = new WritableStream<Uint8Array<ArrayBuffer>>({
    write: (part) => void parts.push(part.slice()),
  });
  return { stream, blob: () => new Blob(parts) };
}

async function archive(...pictures: ReturnType<typeof stored>[]): Promise<Blob> {
  const { stream, blob } = sink();
  await writeArchive(pictures, stream);
  return blob();
}

/** A zip made by hand. */
async function zipOf(files: Record<string, string | Uint8Array>, options = {}): Promise<Blob> {
  const zip = new ZipWriter(new BlobWriter(), { useWebWorkers: false, ...options });
  for (const [name, content] of Object.entries(files))
    await zip.add(
      name,
      typeof content === 'string' ? new TextReader(content) : new Uint8ArrayReader(content),
    );
  return zip.close();
}

const records = (pictures: unknown, more = {}) =>
  JSON.stringify({ format: 'understudy-pictures', version: 1, pictures, ...more });

async function collect<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const all: Item[] = [];
  for await (const item of items) all.push(item);
  return all;
}

describe('an archive', () => {
  test('keeps no piece of a picture in memory once it is written', async () => {
    const pieces: Uint8Array[] = [];
    const large = stored('a');
    large.blob = new Blob([PNG, new Uint8Array(3_000_000)], { type: 'image/png' });
    const stream = new WritableStream<Uint8Array>({ write: (part) => void pieces.push(part) });
    const kept: number[] = [];
    await writeArchive([large, stored('b')], stream, {
      onProgress: () => void kept.push(pieces.reduce((sum, { buffer }) => sum + buffer.byteLength, 0)),
    });
    expect(Math.max(...kept)).toBeLessThan(500_000);
  });

  test('what it is written to is given up where a picture cannot be read', async () => {
    let reason: unknown;
    const stream = new WritableStream<Uint8Array>({
      abort(why) {
        reason = why;
      },
    });
    async function* pictures() {
      yield stored('a');
      throw new Error('The gallery is gone');
    }
    await expect(writeArchive(pictures(), stream)).rejects.toThrow('The gallery is gone');
    expect(String(reason)).toContain('The gallery is gone');
  });

  test('comes back picture by picture, with all that is known of each', async () => {
    const read = await readArchive(
      await archive(stored('a', { favourite: true }), stored('b', { createdAt: 2_000 })),
      nothing,
    );
    if (!read.ok) throw new Error(read.problem);
    expect(read.preview).toMatchObject({ repeated: 0, broken: 0, byteLength: 2 * PNG.length });
    const pictures = await collect(read.pictures());
    expect(pictures.map(({ picture }) => picture)).toEqual([
      { ...stored('a', { favourite: true }).picture, place: -1_000 },
      { ...stored('b', { createdAt: 2_000 }).picture, place: -2_000 },
    ]);
    expect(new Uint8Array(await (pictures[0]?.blob ?? new Blob()).arrayBuffer())).toEqual(PNG);
    expect(pictures[0]?.blob.type).toBe('image/png');
  });

  test('says what is there already, and hands out the rest', async () => {
    const read = await readArchive(await archive(stored('a'), stored('b')), {
      has: async (id) => id === 'a',
    });
    if (!read.ok) throw new Error(read.problem);
    expect(read.preview).toMatchObject({ repeated: 1, broken: 0 });
    expect((await collect(read.pictures())).map(({ picture }) => picture.id)).toEqual(['b']);
  });

  test('is written one picture after another, and can be stopped', async () => {
    const asked: number[] = [];
    const stop = new AbortController();
    async function* many() {
      for (let place = 0; place < 100; place += 1) {
        asked.push(place);
        if (place === 5) stop.abort(new DOMException('Stopped', 'AbortError'));
        yield stored(`p${place}`);
      }
    }
    const { stream } = sink();
    await expect(writeArchive(many(), stream, { signal: stop.signal })).rejects.toThrow('Stopped');
    expect(asked).toHaveLength(6);
  });

  test('a full disk is reported', async () => {
    const full = new WritableStream<Uint8Array>({
      write() {
        throw new DOMException('Full', 'QuotaExceededError');
      },
    });
    await expect(writeArchive([stored('a')], full)).rejects.toThrow();
  });

  test('twice its size is needed', () => {
    expect(spaceForArchive([{ byteLength: 1_000_000 }])).toBeGreaterThanOrEqual(2_000_000);
  });
});

describe('a file that is not an archive changes nothing', () => {
  test.each<[string, () => Promise<Blob> | Blob, string]>([
    ['no zip', () => new Blob(['not a zip']), 'ARCHIVE_UNREADABLE'],
    ['an empty file', () => new Blob([]), 'ARCHIVE_UNREADABLE'],
    ['one that is cut off', async () => (await archive(stored('a'))).slice(0, -30), 'ARCHIVE_UNREADABLE'],
    ['a zip of something else', () => zipOf({ 'holiday.txt': 'sun' }), 'ARCHIVE_FOREIGN'],
    ['records of something else', () => zipOf({ 'pictures.json': '{"format":"other"}' }), 'ARCHIVE_FOREIGN'],
    ['records that are no JSON', () => zipOf({ 'pictures.json': '{' }), 'ARCHIVE_UNREADABLE'],
    ['a newer version', () => zipOf({ 'pictures.json': records([], { version: 2 }) }), 'ARCHIVE_NEWER'],
    [
      'a name that leads out',
      () => zipOf({ '../../evil.png': PNG, 'pictures.json': records([]) }),
      'ARCHIVE_UNREADABLE',
    ],
    [
      'a name from the root',
      () => zipOf({ '/etc/passwd': PNG, 'pictures.json': records([]) }),
      'ARCHIVE_UNREADABLE',
    ],
    [
      'a name with backslashes',
      () => zipOf({ 'a\\..\\b.png': PNG, 'pictures.json': records([]) }),
      'ARCHIVE_UNREADABLE',
    ],
    [
      'one that unpacks to a thousand times its size',
      () => zipOf({ 'pictures/1.png': new Uint8Array(30_000_000), 'pictures.json': records([]) }),
      'ARCHIVE_HOSTILE',
    ],
    ['a locked one', () => zipOf({ 'pictures.json': records([]) }, { password: 'x' }), 'ARCHIVE_HOSTILE'],
  ])('%s', async (_, file, problem) => {
    expect(await readArchive(await file(), nothing)).toEqual({ ok: false, problem });
  });

  test('an invalid, mismatched, missing or duplicate picture is counted as broken', async () => {
    const record = (id: string, file: string, more = {}) => ({
      file,
      picture: { ...stored(id).picture, ...more },
    });
    const file = await zipOf({
      'pictures/1.png': PNG,
      'pictures/2.png': 'no picture',
      'pictures.json': records([
        record('good', 'pictures/1.png'),
        record('text', 'pictures/2.png'),
        record('gone', 'pictures/3.png'),
        record('type', 'pictures/1.png', { type: 'image/jpeg' }),
        record('good', 'pictures/1.png'),
        record('moment', 'pictures/1.png', { createdAt: 1e300 }),
        record('', 'pictures/1.png'),
        record('records', 'pictures.json'),
        { file: 'pictures/1.png' },
        'garbage',
        null,
      ]),
    });
    const read = await readArchive(file, nothing);
    if (!read.ok) throw new Error(read.problem);
    expect(read.preview).toMatchObject({ broken: 10, repeated: 0 });
    expect(read.preview.fresh.map(({ id }) => id)).toEqual(['good']);
  });

  test('one file is one picture, however many records name it', async () => {
    const named = ['a', 'b', 'c'].map((id) => ({ file: 'pictures/1.png', picture: stored(id).picture }));
    const read = await readArchive(
      await zipOf({ 'pictures/1.png': PNG, 'pictures.json': records(named) }),
      nothing,
    );
    if (!read.ok) throw new Error(read.problem);
    expect(read.preview).toMatchObject({ broken: 2, byteLength: PNG.length });
    expect(read.preview.fresh.map(({ id }) => id)).toEqual(['a']);
  });

  test('a record that a gallery could not show or store is broken', async () => {
    const deep = `${'['.repeat(20_000)}${']'.repeat(20_000)}`;
    const strange: [string, string][] = [
      ['deep', `{"more":${deep}}`],
      ['long', JSON.stringify({ more: 'x'.repeat(2_000_000) })],
      ['model', JSON.stringify({ model: 'x'.repeat(500_000) })],
      ['route', JSON.stringify({ route: 'x'.repeat(500_000) })],
    ];
    const texts = strange.map(([id, more]) => {
      const picture = JSON.stringify(stored(id).picture);
      return `{"file":"pictures/${id}.png","picture":${picture.slice(0, -1)},${more.slice(1)}}`;
    });
    const files = Object.fromEntries(strange.map(([id]) => [`pictures/${id}.png`, PNG]));
    const content = records([]).replace('[]', `[${texts.join(',')}]`);
    const read = await readArchive(await zipOf({ ...files, 'pictures.json': content }), nothing);
    if (!read.ok) throw new Error(read.problem);
    expect(read.preview).toMatchObject({ broken: 4, fresh: [] });
  });

  test('a gallery that cannot be read is reported, and not as a broken file', async () => {
    const has = () => Promise.reject(new Error('Cannot be opened'));
    await expect(readArchive(await archive(stored('a')), { has })).rejects.toThrow('Cannot be opened');
  });

  test('whatever bytes are changed: refused, or what is handed out is a picture', async () => {
    const good = new Uint8Array(await (await archive(stored('a'), stored('b'))).arrayBuffer());
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(good.length - 1), fc.nat(255)), { minLength: 1, maxLength: 6 }),
        async (changes) => {
          const bytes = good.slice();
          for (const [at, value] of changes) bytes[at] = value;
          const read = await readArchive(new Blob([bytes]), nothing);
          if (!read.ok) return;
          for (const { blob } of await collect(read.pictures()))
            expect(new Uint8Array(await blob.arrayBuffer())).toEqual(PNG);
        },
      ),
      { numRuns: 150 },
    );
  });
});
