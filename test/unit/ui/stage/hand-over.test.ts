import { signal } from '@preact/signals';
import { expect, test } from 'vitest';
import type { Job } from '../../../../src/jobs/index.ts';
import { handOverKey, type Problem } from '../../../../src/messages/index.ts';
import { keepDraft } from '../../../../src/ui/composer/draft-keeper.ts';
import { createReceive, takeHandOver } from '../../../../src/ui/stage/hand-over.ts';
import { aJob } from '../popup/job.ts';
import { memoryArea, settled } from '../popup/memory-area.ts';

const HAND_OVER_KEY = handOverKey(false);
const POSTER = {
  id: 'poster',
  name: 'Poster',
  template: '{prompt}, a poster',
  width: 832,
  height: 1216,
  model: 'acme/fox',
};

async function bench(stored: Record<string, unknown> = {}, jobs: Job[] = [], isPrivate = false) {
  const area = memoryArea(stored, {
    remove: async (key) => {
      delete stored[String(key)];
    },
  });
  const keeper = keepDraft(area);
  const problem = signal<Problem | undefined>(undefined);
  const choosesStyle = signal(0);
  const undos: (() => void)[] = [];
  await settled();
  takeHandOver(
    area,
    isPrivate,
    createReceive({
      keeper,
      jobs: signal(jobs),
      problem,
      readStyles: async () => [POSTER],
      choosesStyle,
      replaced: (undo) => undos.push(undo),
    }),
  );
  await settled();
  return { area, keeper, problem, choosesStyle, stored, undos };
}

test('what lies there is taken once, and what comes while the page is open', async () => {
  const { area, keeper, stored } = await bench({ [HAND_OVER_KEY]: { quote: 'in the wood', style: 'noir' } });
  expect(keeper.draft.value).toMatchObject({ quote: 'in the wood', style: 'noir', quoteShortened: false });
  expect(stored).not.toHaveProperty(HAND_OVER_KEY);
  await area.set({ [HAND_OVER_KEY]: { quote: 'by the sea', shortened: true } });
  expect(keeper.draft.value).toMatchObject({ quote: 'by the sea', quoteShortened: true });
});

test('words that were typed and not sent stay; those that were sent make room', async () => {
  const draft = { prompt: 'a fox', style: 'none' };
  const unsent = await bench({ 'popup:draft': draft, [HAND_OVER_KEY]: { quote: 'in the wood' } });
  expect(unsent.keeper.draft.value.prompt).toBe('a fox');
  const sent = aJob({ id: 'a', request: { prompt: 'a fox', style: 'none' } });
  const again = await bench({ 'popup:draft': draft, [HAND_OVER_KEY]: { quote: 'in the wood' } }, [sent]);
  expect(again.keeper.draft.value).toMatchObject({ prompt: '', quote: 'in the wood' });
});

test('typed words are taken as they are: nothing in them is picked from', async () => {
  const { keeper } = await bench({ [HAND_OVER_KEY]: { prompt: 'a {red|blue} fox' } });
  expect(keeper.draft.value.prompt).toBe('a \\{red\\|blue\\} fox');
});

test('a selection without words is said, and changes nothing', async () => {
  const { keeper, problem } = await bench({
    'popup:draft': { prompt: 'a fox' },
    [HAND_OVER_KEY]: { problem: 'SELECTION_EMPTY' },
  });
  expect(problem.value).toEqual({ code: 'SELECTION_EMPTY' });
  expect(keeper.draft.value).toMatchObject({ prompt: 'a fox', quote: '' });
});

test.each([5, 'text', [], { quote: 7 }, { problem: 'OF_A_NEWER_VERSION' }])(
  '%j is nothing that can be taken, and is removed',
  async (value) => {
    const { keeper, stored } = await bench({ [HAND_OVER_KEY]: value });
    expect(keeper.draft.value).toMatchObject({ prompt: '', quote: '' });
    expect(stored).not.toHaveProperty(HAND_OVER_KEY);
  },
);

test('typed words take the place of others that were not sent, and those can be brought back', async () => {
  const { keeper, undos } = await bench({
    'popup:draft': { prompt: 'an owl' },
    [HAND_OVER_KEY]: { prompt: 'a fox' },
  });
  expect(keeper.draft.value.prompt).toBe('a fox');
  undos[0]?.();
  expect(keeper.draft.value.prompt).toBe('an owl');
});

test('a page takes what is from windows of its own kind, and leaves the rest', async () => {
  const both = () => ({
    [handOverKey(true)]: { quote: 'a secret' },
    [HAND_OVER_KEY]: { quote: 'by the sea' },
  });
  const normal = await bench(both());
  expect(normal.keeper.draft.value.quote).toBe('by the sea');
  expect(Object.keys(normal.stored)).toContain(handOverKey(true));
  await normal.area.set({ [handOverKey(true)]: { quote: 'another secret' } });
  expect(normal.keeper.draft.value.quote).toBe('by the sea');
  const secret = await bench(both(), [], true);
  expect(secret.keeper.draft.value.quote).toBe('a secret');
  expect(Object.keys(secret.stored)).toContain(HAND_OVER_KEY);
});

test('a style brings its size and model along, where they are seen before anything is sent', async () => {
  const { keeper } = await bench({ [HAND_OVER_KEY]: { quote: 'in the wood', style: 'poster' } });
  expect(keeper.draft.value).toMatchObject({
    style: 'poster',
    shape: 'portrait',
    width: '832',
    height: '1216',
    model: 'acme/fox',
  });
});

test('the address of the page comes and goes with its words', async () => {
  const page = 'https://one.example/story';
  const { area, keeper } = await bench({ [HAND_OVER_KEY]: { quote: 'in the wood', page } });
  expect(keeper.draft.value).toMatchObject({ quote: 'in the wood', quotePage: page });
  await area.set({ [HAND_OVER_KEY]: { quote: 'of a private window' } });
  expect(keeper.draft.value).toMatchObject({ quote: 'of a private window', quotePage: '' });
  await area.set({ [HAND_OVER_KEY]: { quote: 'by the sea', page: 'x'.repeat(5_000) } });
  expect(keeper.draft.value).toMatchObject({ quote: 'by the sea', quotePage: '' });
});
