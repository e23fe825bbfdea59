import { effect } from '@preact/signals';
import fc from 'fast-check';
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
    read: [] as string[],
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
    return state.refuses
      ? { ok: false, problem: { code: 'STORAGE_FAILED' } }
      : { ok: true, value: { pictures: (payload as { ids: string[] }).ids.length } };
  }) as Ask;
  const records = {
    give: (some: readonly Picture[]) => void state.given.push(...some.map(({ id }) => id)),
    renew() {
      state.renewed += 1;
    },
  };
  const readRecords = async (ids: readonly string[]) => {
    state.read.push(...ids);
    return state.pictures.filter(({ id }) => ids.includes(id));
  };
  const model = createGalleryModel({
    reader: { page, records: readRecords },
    records,
    ask,
    breathe: async () => undefined,
  });
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
    state.pictures = state.pictures.slice(2);
    await Promise.all([reading, removing]);
    stop();
    expect([state.asked.length, new Set(shown)]).toEqual([1, new Set([2_000, 1_998])]);
    expect(shown.lastIndexOf(2_000)).toBe(0);
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
    expect(await returning).toBe(2);
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

  describe('what the background says has changed', () => {
    const loadedBench = async (...all: Picture[]) => {
      const made = bench(all);
      await made.model.load();
      made.state.reads = 0;
      return made;
    };
    const found = (model: ReturnType<typeof bench>['model'], words: string) => {
      model.filter.value = { ...EVERYTHING, words };
      const shown = ids(model.shown.value);
      model.filter.value = EVERYTHING;
      return shown;
    };

    test('of single pictures is shown without reading any other', async () => {
      const { model, state } = await loadedBench(picture(1), picture(2), picture(3));
      await model.hear({ what: 'favourite', ids: ['p2'], favourite: true });
      await model.hear({ what: 'gone', ids: ['p1', 'elsewhere'] });
      state.pictures = [picture(0), picture(2), picture(3)];
      await model.hear({ what: 'made', ids: ['p0'] });
      expect(ids(model.shown.value)).toEqual(['p0', 'p2', 'p3']);
      expect(model.shown.value.slice().map(({ favourite }) => favourite)).toEqual([false, true, false]);
      expect([found(model, 'prompt 0'), found(model, '3'), found(model, '1')]).toEqual([['p0'], ['p3'], []]);
      expect([state.reads, state.read]).toEqual([0, ['p0']]);
    });

    test('a picture that is told of twice hangs once, with the size that it has then', async () => {
      const { model, state } = await loadedBench(picture(1));
      state.pictures = [picture(0), picture(1)];
      await model.hear({ what: 'made', ids: ['p0'] });
      state.pictures = [picture(0, { width: 200, height: 100 }), picture(1)];
      await model.hear({ what: 'made', ids: ['p0'] });
      expect([...model.shown.value.ratios()]).toEqual([2, 1]);
      model.filter.value = { ...EVERYTHING, shape: 'wide' };
      expect(ids(model.shown.value)).toEqual(['p0']);
      expect(state.reads).toBe(0);
    });

    test('one that was deleted before it could be read does not hang', async () => {
      const { model, state } = await loadedBench(picture(1));
      state.pictures = [picture(0, { deletedAt: 1 }), picture(1)];
      await model.hear({ what: 'made', ids: ['p0'] });
      expect(ids(model.shown.value)).toEqual(['p1']);
    });

    test('one that is not the newest has all read again, and so has what is not said', async () => {
      const { model, state } = await loadedBench(picture(1), picture(3));
      state.pictures = [picture(1), picture(2), picture(3)];
      await model.hear({ what: 'made', ids: ['p2'] });
      expect([ids(model.shown.value), state.reads]).toEqual([['p1', 'p2', 'p3'], 1]);
      state.pictures = [picture(3)];
      await model.hear(undefined);
      expect([ids(model.shown.value), state.reads]).toEqual([['p3'], 2]);
    });

    test('what goes while a new one is read does not come back with it', async () => {
      const { model, state } = await loadedBench(picture(1), picture(2));
      state.pictures = [picture(0), picture(1), picture(2)];
      const hearing = model.hear({ what: 'made', ids: ['p0'] });
      state.pictures = [picture(1), picture(2)];
      await Promise.all([hearing, model.hear({ what: 'gone', ids: ['p0'] })]);
      expect(ids(model.shown.value)).toEqual(['p1', 'p2']);
    });

    test('while all are being read, they are read again', async () => {
      const { model, state } = await loadedBench(picture(1), picture(2));
      const reading = model.load();
      state.pictures = [picture(2)];
      await Promise.all([reading, model.hear({ what: 'gone', ids: ['p1'] })]);
      expect(ids(model.shown.value)).toEqual(['p2']);
    });

    test('whatever comes in whatever order, the page shows what a fresh reading shows', async () => {
      const step = fc.record({
        what: fc.constantFrom('made', 'gone', 'favourite'),
        at: fc.nat(30),
        waits: fc.boolean(),
        byPage: fc.boolean(),
      });
      await fc.assert(
        fc.asyncProperty(fc.array(step, { maxLength: 14 }), async (steps) => {
          const { model, state } = await loadedBench(picture(100), picture(101), picture(102));
          let next = 99;
          const going: Promise<unknown>[] = [];
          for (const { what, at, waits, byPage } of steps) {
            const chosen = state.pictures[at % Math.max(1, state.pictures.length)]?.id ?? 'none';
            if (what === 'made') {
              state.pictures = [picture(next), ...state.pictures];
              going.push(model.hear({ what, ids: [`p${next}`] }));
              next -= 1;
            } else if (what === 'gone') {
              if (byPage) going.push(model.remove([chosen]));
              state.pictures = state.pictures.filter(({ id }) => id !== chosen);
              going.push(model.hear({ what, ids: [chosen] }));
            } else {
              if (byPage) going.push(model.favour([chosen], true));
              state.pictures = state.pictures.map((one) =>
                one.id === chosen ? { ...one, favourite: true } : one,
              );
              going.push(model.hear({ what, ids: [chosen], favourite: true }));
            }
            if (waits) await Promise.all(going);
          }
          await Promise.all(going);
          const shown = () => model.shown.value.slice().map(({ id, favourite }) => [id, favourite]);
          const now = shown();
          const searched = state.pictures.map(({ id, request }) => [
            id,
            found(model, request.prompt).includes(id),
          ]);
          await model.load();
          expect(now).toEqual(shown());
          expect(searched.every(([, isFound]) => isFound)).toBe(true);
        }),
        { numRuns: 200 },
      );
    });
  });

  test('all pictures are those that are still to be read, too, as for an export that is pressed at once', async () => {
    const { model } = bench(Array.from({ length: 1_300 }, (_, index) => picture(index)));
    const loading = model.load();
    const early = new Promise<number>((resolve) => {
      const end = effect(() => {
        const known = model.pictures.value.length;
        if (known === 0) return;
        queueMicrotask(() => end());
        resolve(model.all().then((all) => all.length));
        expect(known).toBeLessThan(1_300);
      });
    });
    expect(await early).toBe(1_300);
    await loading;
    expect(await model.all()).toHaveLength(1_300);
  });

  test.each([
    [new DOMException('newer', 'VersionError'), 'newer'],
    [new DOMException('no', 'InvalidStateError'), 'unusable'],
    [new TypeError('indexedDB is undefined'), 'unusable'],
    [new DOMException('Internal error opening backing store', 'UnknownError'), 'unreadable'],
    [new DOMException('full', 'QuotaExceededError'), 'unreadable'],
  ])('a gallery that cannot be opened is said: %s', async (reason, trouble) => {
    const { model, state } = bench([]);
    state.fails = reason;
    await model.load();
    expect(model.trouble.value).toBe(trouble);
  });
});
