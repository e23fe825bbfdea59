import { describe, expect, test } from 'vitest';
import { SHIPPED_STYLES } from '../../../../src/settings/presets/shipped-styles.ts';
import { createStyleStore } from '../../../../src/settings/presets/style-store.ts';
import { styleFromText, styleToText } from '../../../../src/settings/presets/style-text.ts';
import { memoryArea } from '../../jobs/memory-area.ts';

function bench(stored?: unknown) {
  const area = memoryArea(stored === undefined ? {} : { styles: stored });
  let next = 1;
  const store = createStyleStore({ area, randomId: () => `own-${next++}` });
  return { area, store, ids: async () => (await store.read()).styles.map(({ id }) => id) };
}

const NOIR = { name: 'Noir', template: '{prompt}, film noir', negativePrompt: 'colour' };
const shipped = SHIPPED_STYLES.map(({ id }) => id);

test('at least ten are shipped, each with a place for the prompt', () => {
  expect(SHIPPED_STYLES.length).toBeGreaterThanOrEqual(10);
  for (const { template } of SHIPPED_STYLES) expect(template).toContain('{prompt}');
});

describe('the user’s styles', () => {
  test('are added, changed, copied, ordered, removed and brought back', async () => {
    const { store, ids } = bench();
    expect(await store.add(NOIR)).toEqual({ id: 'own-1' });
    expect(await store.change('own-1', { ...NOIR, name: ' Noir II ' })).toEqual({ id: 'own-1' });
    expect(await store.duplicate('photo', 'My photo')).toEqual({ id: 'own-2' });
    expect(await ids()).toEqual(['photo', 'own-2', ...shipped.slice(1), 'own-1']);
    await store.order(['own-1', 'anime']);
    expect((await ids()).slice(0, 3)).toEqual(['own-1', 'anime', 'photo']);
    expect((await store.read()).styles[0]).toEqual({ id: 'own-1', ...NOIR, name: 'Noir II' });
    expect(await store.remove('anime')).toBeUndefined();
    expect((await ids()).slice(0, 2)).toEqual(['own-1', 'photo']);
    expect(await store.restore('anime')).toBeUndefined();
    expect((await ids()).slice(0, 3)).toEqual(['own-1', 'anime', 'photo']);
    expect(await store.restore('anime')).toEqual({ code: 'NO_SUCH_STYLE', subject: 'anime' });
  });

  test('a shipped one can be changed and keeps its name; reset brings all of them back', async () => {
    const { store, area, ids } = bench();
    expect(await store.change('photo', { template: 'photo of {prompt}' })).toEqual({ id: 'photo' });
    expect((await store.read()).styles[0]).toEqual({ id: 'photo', template: 'photo of {prompt}' });
    await store.add(NOIR);
    await store.reset();
    expect(await ids()).toEqual(shipped);
    // One press must not delete the styles for good.
    expect(JSON.stringify(area.snapshot()['styles:rescued'])).toContain('Noir');
  });

  test('two pages at once: neither change is lost', async () => {
    const { store, ids } = bench();
    await Promise.all([store.add(NOIR), store.add({ ...NOIR, name: 'Two' }), store.remove('photo')]);
    expect(await ids()).toEqual([...shipped.slice(1), 'own-1', 'own-2']);
  });

  // What was deleted here may have come back from another device, or out of a file.
  test('one that is back already is not brought back a second time', async () => {
    const { store, ids } = bench();
    await store.remove('photo');
    await store.adopt((styles) => [{ id: 'photo', template: 'their {prompt}' }, ...styles]);
    await store.restore('photo');
    expect(await ids()).toEqual(shipped);
    expect(await store.read()).toMatchObject({ unreadable: false });
  });

  test.each([
    ['no name that can be seen', { ...NOIR, name: '\u200b\u3164\u2800' }, 'STYLE_NAME_EMPTY'],
    ['no name', { ...NOIR, name: '  ' }, 'STYLE_NAME_EMPTY'],
    ['a name without end', { ...NOIR, name: 'x'.repeat(61) }, 'STYLE_NAME_TOO_LONG'],
    ['no place for the prompt', { ...NOIR, template: 'film noir' }, 'STYLE_WITHOUT_PROMPT'],
    ['a template without end', { ...NOIR, template: `{prompt}${'x'.repeat(2_000)}` }, 'STYLE_TOO_LONG'],
    ['half a size', { ...NOIR, width: 512 }, 'STYLE_SIZE_INVALID'],
    ['a size no route takes', { ...NOIR, width: 513, height: 512 }, 'STYLE_SIZE_INVALID'],
    ['a model that is none', { ...NOIR, model: 'https://x.example' }, 'STYLE_MODEL_INVALID'],
  ])('one with %s is refused by name, and nothing is written', async (_, style, code) => {
    const { store, area } = bench();
    expect(await store.add(style)).toMatchObject({ problem: { code } });
    expect(await store.change('photo', style)).toMatchObject({ problem: { code } });
    expect(area.snapshot()).toEqual({});
  });

  test('one that another page removed is refused, not added', async () => {
    const { store } = bench();
    await store.remove('photo');
    expect(await store.change('photo', NOIR)).toMatchObject({ problem: { code: 'NO_SUCH_STYLE' } });
  });

  test('there is an end, and it is said', async () => {
    const styles = Array.from({ length: 500 }, (_, index) => ({ id: `s${index}`, ...NOIR }));
    const { store } = bench({ version: 1, styles, shipped, removed: [] });
    expect(await store.add(NOIR)).toEqual({ problem: { code: 'STYLES_TOO_MANY', subject: '500' } });
    // Nor can a deleted one come back while another has its place; it waits for one.
    const [first, second] = (await store.read()).styles.map(({ id }) => id);
    await store.remove(first ?? '');
    await store.add(NOIR);
    expect(await store.restore(first ?? '')).toEqual({ code: 'STYLES_TOO_MANY', subject: '500' });
    await store.remove(second ?? '');
    expect(await store.restore(first ?? '')).toBeUndefined();
  });

  test('what is shown of a style is what is sent: nothing turns its direction, a name stands on one line', async () => {
    const { store } = bench();
    const foreign = { name: ' A\u202e\n B \ud83d 👩\u200d🎨 ', template: '\u2067{prompt},\u0000 noir\u2069' };
    await store.add({ ...foreign, negativePrompt: '\u202d ' });
    expect((await store.read()).styles.at(-1)).toEqual({
      id: 'own-1',
      name: 'A B 👩\u200d🎨',
      template: '{prompt}, noir',
    });
  });

  test('a name is text, whatever it looks like', async () => {
    const { store } = bench();
    await store.add({ ...NOIR, name: '<script>alert(1)</script>' });
    expect((await store.read()).styles.at(-1)?.name).toBe('<script>alert(1)</script>');
  });
});

describe('stored styles', () => {
  test.each([['text'], [7], [[]], [{ styles: 'all' }]])(
    '%j is no styles: the shipped ones stand in, and it is kept',
    async (raw) => {
      const { store, area, ids } = bench(raw);
      expect(await store.read()).toMatchObject({ unreadable: true });
      expect(await ids()).toEqual(shipped);
      await store.add(NOIR);
      expect(area.snapshot()['styles:rescued']).toEqual(raw);
      expect(await store.read()).toMatchObject({ unreadable: false });
    },
  );

  test('a style that cannot be read costs none of the others; shipped ones of a later version come behind', async () => {
    const styles = [{ id: 'a', ...NOIR }, { id: 'b', name: 'B' }, null, { id: 'a', ...NOIR }];
    const { store, ids } = bench({ version: 1, styles, shipped: shipped.slice(1) });
    expect(await ids()).toEqual(['a', 'photo']);
    expect((await store.read()).unreadable).toBe(true);
  });
});

describe('a style as text', () => {
  test('is read as it was written, also with words and a fence around it', async () => {
    const style = { ...NOIR, width: 512, height: 768, model: 'acme/fox' };
    const text = styleToText(style, 'Noir');
    expect(styleFromText(text)).toEqual(style);
    expect(styleFromText(`Try this:\n\`\`\`json\n${text}\n\`\`\`\n`)).toEqual(style);
    const { store } = bench();
    expect(await store.importText(text)).toEqual({ id: 'own-1' });
    expect((await store.read()).styles.at(-1)).toEqual({ id: 'own-1', ...style });
  });

  test.each([
    ['', 'STYLE_TEXT_INVALID'],
    ['a fox', 'STYLE_TEXT_INVALID'],
    ['{"understudy":"style","version":1,"template":"{pro', 'STYLE_TEXT_INVALID'],
    ['{"name":"x","template":"{prompt}"}', 'STYLE_TEXT_INVALID'],
    [
      '{"understudy":"style","version":1,"name":"x","template":"{prompt}","run":"alert(1)"}',
      'STYLE_TEXT_INVALID',
    ],
    ['{"understudy":"style","version":2,"name":"x","look":"{prompt}"}', 'STYLE_TEXT_NEWER'],
    ['{"understudy":"style","version":1,"template":"{prompt}"}', 'STYLE_NAME_EMPTY'],
    ['{"understudy":"style","version":1,"name":"x","template":"noir"}', 'STYLE_WITHOUT_PROMPT'],
    [
      `{"understudy":"style","version":1,"name":"x","template":"{prompt}${'x'.repeat(30_000)}"}`,
      'STYLE_TEXT_INVALID',
    ],
  ])('%#: what is none is refused by name', (text, code) => {
    expect(styleFromText(text)).toMatchObject({ problem: { code } });
  });
});
