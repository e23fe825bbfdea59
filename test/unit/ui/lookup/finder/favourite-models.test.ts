import { expect, test } from 'vitest';
import { keepFavouriteModels } from '../../../../../src/ui/lookup/finder/favourite-models.ts';

function memory(stored: Record<string, unknown> = {}) {
  return {
    stored,
    get: async () => ({ ...stored }),
    set: async (items: Record<string, unknown>) => void Object.assign(stored, items),
  };
}
const read = () => new Promise((done) => setTimeout(done));

test('marked models are kept, the latest first, and unmarked again', async () => {
  const area = memory();
  const favourites = keepFavouriteModels(area);
  await favourites.toggle('a/one');
  await favourites.toggle('b/two');
  expect(favourites.ids.value).toEqual(['b/two', 'a/one']);
  const later = keepFavouriteModels(area);
  await read();
  expect(later.ids.value).toEqual(['b/two', 'a/one']);
  await later.toggle('b/two');
  expect(later.ids.value).toEqual(['a/one']);
});

test('what another page marked meanwhile stays', async () => {
  const area = memory();
  const [here, there] = [keepFavouriteModels(area), keepFavouriteModels(area)];
  await read();
  await there.toggle('a/one');
  await here.toggle('b/two');
  expect(area.stored).toEqual({ 'favourite-models': ['b/two', 'a/one'] });
});

test('what cannot be read of it is left out', async () => {
  for (const [stored, ids] of [
    ['a/one', []],
    [[1, 'a/one', null, ''], ['a/one']],
  ] as const) {
    const favourites = keepFavouriteModels(memory({ 'favourite-models': stored }));
    await read();
    expect(favourites.ids.value).toEqual(ids);
  }
});

test('a store that fails takes nothing from the page', async () => {
  const broken = () => Promise.reject(new Error('Disk full'));
  const favourites = keepFavouriteModels({ get: broken, set: broken });
  await favourites.toggle('a/one');
  expect(favourites.ids.value).toEqual(['a/one']);
});
