import { effect } from '@preact/signals';
import { describe, expect, test } from 'vitest';
import type { Picture, PicturePage, PlaceInGallery } from '../../../../src/gallery/index.ts';
import type { Ask } from '../../../../src/messages/index.ts';
import { EVERYTHING } from '../../../../src/ui/gallery/filter.ts';
import { createGalleryModel } from '../../../../src/ui/gallery/gallery-model.ts';
import type { PictureList } from '../../../../src/ui/gallery/list/picture-list.ts';

const picture = (index: number, change: Partial<Picture> = {}): Picture => ({
  id: `p${index}`,
  request: { prompt: `prompt ${index}`, style: 'none' },
  provider: 'huggingface',
  type: 'image/png',
  byteLength: 1,
  createdAt: 1_000_000 - index,
  elapsedMs: 1,
  place: index,
  ...change,
});

function bench(pictures: Picture[]) {
  const state = {
    pictures,
    asked: [] as unknown[],
    refuses: false,
    reads: 0,
    fails: undefined as unknown,
    given: [] as string[],
    renewed: 0,
  };
  const page = async (from: PlaceInGallery | undefined, count: number): Promise<PicturePage> => {
    state.reads += 1;
    if (state.fails) throw state.fails;
    const start = from === undefined ? 0 : state.pictures.findIndex(({ id }) => id === from[1]) + 1;
    const some = state.pictures.slice(start, start + count);
    const last = some.at(-1);
    return { pictures: some, unreadable: 0, ...(some.length === count && last && { next: [0, last.id] }) };
  };
  const ask = (async (name: string, payload: unknown) => {
    state.asked.push([name, payload]);
    return state.refuses ? { ok: false, problem: { code: 'STORAGE_FAILED' } } : { ok: true, value: null };
  }) as Ask;
  const records = {
    give: (some: readonly Picture[]) => void state.given.push(...some.map(({ id }) => id)),
    renew() {
      state.renewed += 1;
    },
  };
  const model = createGalleryModel({ reader: { page }, records, ask, breathe: async () => undefined });
  return { state, model };
}
const ids = (pictures: PictureList) => pictures.slice().map(({ id }) => id);

describe('the gallery page’s model', () => {
  test('reads every record, a screen first', async () => {
    const { model } = bench(Array.from({ length: 2_345 }, (_, index) => picture(index)));
    const loading = model.load();
    expect(model.complete.value).toBe(false);
    await loading;
    expect(model.complete.value).toBe(true);
    expect(model.pictures.value).toHaveLength(2_345);
  });

  test('a search shows what has all its words', async () => {
    const { model } = bench(Array.from({ length: 30 }, (_, index) => picture(index)));
    await model.load();
    model.filter.value = { ...EVERYTHING, words: 'prompt 29' };
    expect(ids(model.shown.value)).toEqual(['p29']);
    model.filter.value = EVERYTHING;
    expect(model.shown.value).toHaveLength(30);
  });

  test('finds what is past the first screen, and what a search finds stays found while more is read', async () => {
    const all = Array.from({ length: 1_500 }, (_, index) => picture(index));
    const { model } = bench(all);
    model.filter.value = { ...EVERYTHING, words: 'PROMPT 14' };
    const wanted = all.filter(({ id }) => id.includes('14')).map(({ id }) => id);
    const lengths: number[] = [];
    const stop = effect(() => void lengths.push(model.shown.value.length));
    await model.load();
    expect(ids(model.shown.value)).toEqual(wanted);
    expect(lengths).toEqual(lengths.toSorted((a, b) => a - b));
    stop();
  });

  test('after a picture was deleted, a search finds the right ones', async () => {
    const { model } = bench(Array.from({ length: 30 }, (_, index) => picture(index)));
    await model.load();
    await model.remove(['p3', 'p28']);
    model.filter.value = { ...EVERYTHING, words: '29' };
    expect(ids(model.shown.value)).toEqual(['p29']);
  });

  test('hands the first screen on as it was read, and has what is shown read again when the gallery has changed', async () => {
    const { model, state } = bench(Array.from({ length: 100 }, (_, index) => picture(index)));
    await model.load();
    expect([state.given.length, state.renewed]).toEqual([60, 0]);
    await model.load();
    expect(state.renewed).toBe(1);
  });

  test('what is deleted goes at once, and comes back where the background could not do it', async () => {
    const { model, state } = bench([picture(1), picture(2)]);
    await model.load();
    state.refuses = true;
    const removing = model.remove(['p1']);
    expect(ids(model.pictures.value)).toEqual(['p2']);
    expect(await removing).toBe(false);
    expect(ids(model.pictures.value)).toEqual(['p1', 'p2']);
  });

  test('what was being read when pictures were deleted does not bring them back', async () => {
    const { model, state } = bench(Array.from({ length: 2_000 }, (_, index) => picture(index)));
    await model.load();
    const shown: number[] = [];
    const stop = effect(() => void shown.push(model.pictures.value.length));
    const reading = model.load();
    await Promise.resolve();
    const removing = model.remove(['p0', 'p1']);
    await Promise.all([reading, removing]);
    stop();
    expect([state.asked.length, shown]).toEqual([1, [2_000, 1_998]]);
  });

  test('pictures deleted while the first are read do not keep the rest from being read', async () => {
    const all = Array.from({ length: 2_000 }, (_, index) => picture(index));
    const { model, state } = bench(all);
    const reading = model.load();
    await expect.poll(() => model.pictures.value.length).toBeGreaterThan(0);
    const removing = model.remove(['p0']);
    state.pictures = all.slice(1);
    await Promise.all([reading, removing]);
    expect([model.complete.value, model.pictures.value.length]).toEqual([true, 1_999]);
  });

  test('says that pictures are being brought back until they are there again', async () => {
    const all = [picture(1), picture(2)];
    const { model, state } = bench(all);
    await model.load();
    await model.remove(['p1', 'p2']);
    state.pictures = [];
    await model.load();
    const seen: [boolean, number][] = [];
    const stop = effect(() => void seen.push([model.bringsBack.value, model.shown.value.length]));
    const returning = model.bringBack(['p1', 'p2']);
    state.pictures = all;
    expect(await returning).toBe(true);
    stop();
    // At no moment it is empty and nothing said of why.
    expect(seen.slice(1).every(([bringsBack, shown]) => bringsBack || shown === 2)).toBe(true);
    expect(seen.at(-1)).toEqual([false, 2]);
  });

  test('a favourite is one at once', async () => {
    const { model, state } = bench([picture(1), picture(2)]);
    await model.load();
    expect(await model.favour(['p2'], true)).toBe(true);
    expect(model.pictures.value.slice().map(({ favourite }) => favourite)).toEqual([false, true]);
    expect(state.asked).toEqual([['favourPictures', { ids: ['p2'], favourite: true }]]);
  });

  test('of two loads at once the later one counts', async () => {
    const { model, state } = bench([picture(1)]);
    const first = model.load();
    state.pictures = [picture(1), picture(2)];
    await Promise.all([first, model.load()]);
    expect(ids(model.pictures.value)).toEqual(['p1', 'p2']);
  });

  test.each([
    [new DOMException('newer', 'VersionError'), 'newer'],
    [new DOMException('no', 'InvalidStateError'), 'unusable'],
  ])('a gallery that cannot be opened is said: %s', async (reason, trouble) => {
    const { model, state } = bench([]);
    state.fails = reason;
    await model.load();
    expect(model.trouble.value).toBe(trouble);
  });
});
