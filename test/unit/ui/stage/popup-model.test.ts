import { describe, expect, test, vi } from 'vitest';
import type { Ask } from '../../../../src/messages/index.ts';
import { createPopupModel } from '../../../../src/ui/stage/popup-model.ts';
import { aJob } from '../popup/job.ts';
import { memoryArea, settled } from '../popup/memory-area.ts';

type Answers = Record<string, (payload: never) => unknown>;

/** A popup over a background that answers what the test says; what is not said is answered with a problem. */
async function aPopup(answers: Answers, items: Record<string, unknown> = {}, isPrivate = false) {
  const clock = { now: 0 };
  const area = memoryArea(items);
  const ask = vi.fn(async (name: string, payload: never) => {
    const answer = answers[name];
    return answer ? answer(payload) : { ok: false, problem: { code: 'INTERNAL' } };
  });
  const ports: { disconnect: () => void; drop?: () => void }[] = [];
  const model = createPopupModel({
    area,
    sessionArea: memoryArea({}),
    inPrivateWindow: async () => isPrivate,
    ask: ask as unknown as Ask,
    askSoon: ask as unknown as Ask,
    connect: () => {
      const port: (typeof ports)[number] = { disconnect: vi.fn() };
      ports.push(port);
      return { ...port, onDisconnect: { addListener: () => {} } };
    },
    onSettingsChanged: () => {},
    drawSeed: () => 7,
    pressedAt: () => clock.now,
  });
  await settled();
  const asked = (name: string) =>
    ask.mock.calls.filter(([one]) => one === name).map(([, payload]) => payload);
  return { model, area, asked, ports, clock };
}

const done = (value: unknown = null) => ({ ok: true, value });

describe('generating', () => {
  test('two presses make one job', async () => {
    const { model, area, asked } = await aPopup({
      generate: () => done({ jobId: 'a', jobIds: ['a'] }),
      hello: () => done(),
    });
    model.keeper.change({ prompt: 'a fox' });
    void model.generateDraft();
    void model.generateDraft();
    await settled();
    expect(asked('generate')).toHaveLength(1);
    expect(model.starting.value).toBe(true);
    await area.set({ 'job:a': aJob({ id: 'a' }) });
    await settled();
    expect(model.starting.value).toBe(false);
    expect(model.shown.value?.id).toBe('a');
  });

  test('the picture before stays', async () => {
    const { model, area, asked } = await aPopup(
      { hello: () => done(), generate: () => done({ jobId: 'b', jobIds: ['b'] }), dismiss: () => done() },
      { 'job:a': aJob({ id: 'a', status: 'succeeded' }) },
    );
    const again = model.again({ id: 'a', request: { prompt: 'a fox', style: 'none' } });
    await settled();
    await area.set({ 'job:b': aJob({ id: 'b', createdAt: 5_000 }) });
    await again;
    expect(asked('dismiss')).toEqual([]);
    expect(model.strip.value.map(({ id }) => id)).toEqual(['b', 'a']);
  });

  test('presses within 600 ms are one job, whatever is pressed; after that each is one more', async () => {
    const { model, area, asked, clock } = await aPopup({
      generate: () =>
        done({ jobId: `job-${asked('generate').length}`, jobIds: [`job-${asked('generate').length}`] }),
      hello: () => done(),
    });
    const press = async (action: () => Promise<void>) => {
      const pressed = action();
      await settled();
      const id = `job-${asked('generate').length}`;
      await area.set({ [`job:${id}`]: aJob({ id }) });
      await pressed;
      return asked('generate').length;
    };
    model.keeper.change({ prompt: 'a fox' });
    expect(await press(model.generateDraft)).toBe(1);
    clock.now = 599;
    expect(await press(model.generateDraft)).toBe(1);
    expect(
      await press(() =>
        model.again({ id: 'a', request: { prompt: 'a fox', style: 'none' } }, { newSeed: true }),
      ),
    ).toBe(1);
    clock.now = 600;
    expect(await press(model.generateDraft)).toBe(2);
    // With another prompt a second press counts, even at once.
    model.keeper.change({ prompt: 'a boat' });
    expect(await press(model.generateDraft)).toBe(3);
  });

  test('several pictures are one press, with what was picked', async () => {
    const { model, asked } = await aPopup({
      generate: () => done({ jobId: 'a', jobIds: ['a'] }),
      hello: () => done(),
    });
    model.keeper.change({ prompt: 'a {red|red} fox', pictures: 3, seed: '5' });
    void model.generateDraft();
    await settled();
    expect(asked('generate')).toMatchObject([{ request: { prompt: 'a red fox', seed: 5 }, count: 3 }]);
  });

  test('the page that the words came from goes along with the draft', async () => {
    const { model, asked } = await aPopup({
      hello: () => done(),
      generate: () => done({ jobId: 'a', jobIds: ['a'] }),
    });
    model.keeper.change({ quote: 'in the wood', quotePage: 'https://one.example/' });
    void model.generateDraft();
    await settled();
    expect(asked('generate')).toMatchObject([{ page: 'https://one.example/' }]);
  });

  test('Edit brings the words as typed and their style; of a style that is gone the words as sent', async () => {
    const ownStyle = { id: 'own', name: 'Noir', template: '{prompt}, noir' };
    const request = { prompt: 'a fox', style: 'none' as const, ownStyle };
    const there = await aPopup({ readStyles: () => done({ styles: [ownStyle], unreadable: false }) });
    expect(await there.model.edit(request)).not.toHaveProperty('gone');
    expect(there.model.keeper.draft.value).toMatchObject({ prompt: 'a fox', style: 'own' });
    const without = await aPopup({ readStyles: () => done({ styles: [], unreadable: false }) });
    expect(await without.model.edit(request)).toMatchObject({ gone: { name: 'Noir' } });
    expect(without.model.keeper.draft.value).toMatchObject({ prompt: 'a fox, noir', style: 'none' });
  });

  test('Edit brings everything back, and can be taken back itself', async () => {
    const { model } = await aPopup({ hello: () => done() });
    model.keeper.change({ prompt: 'half a sentence', pictures: 2 });
    const { undo } = await model.edit({
      prompt: 'a {b|c}',
      style: 'photo',
      width: 832,
      height: 1216,
      seed: 3,
    });
    expect(model.keeper.draft.value).toMatchObject({ style: 'photo', shape: 'portrait', seed: '3' });
    // The sent prompt is sent again; no alternatives are picked in it.
    expect(model.picks.prompt.value).toBe('a {b|c}');
    undo();
    expect(model.keeper.draft.value).toMatchObject({ prompt: 'half a sentence', pictures: 2, seed: '' });
  });

  test('what is wrong is said, and nothing is sent', async () => {
    const { model, asked } = await aPopup({ hello: () => done() });
    await model.generateDraft();
    expect(model.problem.value).toEqual({ code: 'PROMPT_EMPTY' });
    expect(asked('generate')).toEqual([]);
  });

  test('a background that refuses gives Generate back, with its reason', async () => {
    const { model } = await aPopup({
      hello: () => done(),
      generate: () => ({ ok: false, problem: { code: 'STORAGE_FAILED' } }),
    });
    model.keeper.change({ prompt: 'a fox' });
    await model.generateDraft();
    expect(model.starting.value).toBe(false);
    expect(model.problem.value).toEqual({ code: 'STORAGE_FAILED' });
  });

  test('the failed job before is dismissed, but not before the new one exists', async () => {
    const { model, area, asked } = await aPopup(
      { hello: () => done(), generate: () => done({ jobId: 'b', jobIds: ['b'] }), dismiss: () => done() },
      { 'job:a': aJob({ id: 'a', status: 'failed' }) },
    );
    const again = model.again({ id: 'a', request: { prompt: 'a fox', style: 'none' } });
    await settled();
    expect(asked('dismiss')).toEqual([]);
    await area.set({ 'job:b': aJob({ id: 'b', createdAt: 5_000 }) });
    await again;
    expect(asked('dismiss')).toEqual([{ jobId: 'a' }]);
  });

  test('an ended job whose paid picture can still be fetched is not dismissed', async () => {
    const pictureUrl = 'https://cdn.example/picture.webp';
    const cause = { code: 'PICTURE_UNREACHABLE', message: '', shouldFallback: false, pictureUrl } as const;
    const owing = aJob({
      id: 'a',
      status: 'failed',
      error: {
        code: 'PICTURE_UNREACHABLE',
        message: '',
        causes: [{ provider: 'huggingface', error: cause }],
      },
    });
    const { model, area, asked } = await aPopup(
      { hello: () => done(), generate: () => done({ jobId: 'b', jobIds: ['b'] }), dismiss: () => done() },
      { 'job:a': owing },
    );
    model.keeper.change({ prompt: 'a fox' });
    void model.generateDraft();
    await settled();
    await area.set({ 'job:b': aJob({ id: 'b', createdAt: 9 }) });
    await settled();
    expect(model.shown.value?.id).toBe('b');
    expect(asked('dismiss')).toEqual([]);
    expect(model.strip.value.map(({ id }) => id)).toContain('a');
  });

  test('a new seed is drawn where one is wanted', async () => {
    const { model, asked } = await aPopup({ hello: () => done() });
    const request = { prompt: 'a fox', style: 'none', seed: 1 } as const;
    await model.again({ id: 'a', request }, { newSeed: true });
    // It says which job it is made from: that one may be of a private window.
    expect(asked('generate')).toEqual([
      { request: { ...request, seed: 7 }, count: 1, origin: 'popup', from: 'a' },
    ]);
  });

  test('cancelled while it starts, it is cancelled as soon as it is there', async () => {
    const { model, area, asked } = await aPopup({
      hello: () => done(),
      generate: () => done({ jobId: 'a', jobIds: ['a'] }),
      cancel: () => done(),
    });
    model.keeper.change({ prompt: 'a fox' });
    const started = model.generateDraft();
    model.cancelShown();
    await settled();
    await area.set({ 'job:a': aJob({ id: 'a' }) });
    await started;
    expect(asked('cancel')).toEqual([{ jobId: 'a' }]);
  });
});

describe('looking on', () => {
  test('a background that does not answer is noticed', async () => {
    const { model } = await aPopup({});
    expect(model.silent.value).toBe(true);
  });

  test('the lifeline is held while the shown job runs, and no longer', async () => {
    const { area, ports } = await aPopup({ hello: () => done() }, { 'job:a': aJob({ id: 'a' }) });
    expect(ports).toHaveLength(1);
    await area.set({ 'job:a': aJob({ id: 'a', status: 'succeeded' }) });
    expect(ports[0]?.disconnect).toHaveBeenCalledOnce();
  });

  test('a deleted picture can be restored until something else is started', async () => {
    const { model, area, asked } = await aPopup(
      { hello: () => done(), deletePictures: () => done() },
      {
        'job:a': aJob({ id: 'a', status: 'succeeded', createdAt: 9 }),
        'job:b': aJob({ id: 'b', status: 'failed' }),
      },
    );
    const away = aJob({ id: 'a', status: 'succeeded', createdAt: 9, dismissed: true });
    await model.deletePicture('a');
    await area.set({ 'job:a': away });
    expect(model.shown.value?.id).toBe('b');
    expect(model.undoable.value).toBe('a');
    await model.takeBack();
    await area.set({ 'job:a': { ...away, dismissed: false } });
    expect(asked('deletePictures')).toEqual([{ ids: ['a'] }, { ids: ['a'], undo: true }]);
    expect(model.shown.value?.id).toBe('a');
    await model.deletePicture('a');
    model.view('b');
    expect(model.undoable.value).toBeUndefined();
  });

  test('what could not be deleted stays, with the reason', async () => {
    const { model } = await aPopup(
      {
        hello: () => done(),
        deletePictures: () => ({ ok: false, problem: { code: 'STORAGE_FAILED' } }),
      },
      { 'job:a': aJob({ id: 'a', status: 'succeeded' }) },
    );
    await model.deletePicture('a');
    expect(model.shown.value?.id).toBe('a');
    expect(model.undoable.value).toBeUndefined();
    expect(model.problem.value).toEqual({ code: 'STORAGE_FAILED' });
  });

  test('a picture that still cannot be stored is a problem; of one that is held no longer its job tells', async () => {
    const answers = ['NO_SUCH_JOB', 'STORAGE_FAILED'];
    const { model } = await aPopup({
      hello: () => done(),
      keepPicture: () => ({ ok: false, problem: { code: answers.shift() } }),
    });
    await model.keepPicture('a');
    expect(model.problem.value).toBeUndefined();
    await model.keepPicture('a');
    expect(model.problem.value).toEqual({ code: 'STORAGE_FAILED' });
  });

  test('another picture can be looked at while one runs', async () => {
    const { model } = await aPopup(
      { hello: () => done() },
      { 'job:a': aJob({ id: 'a' }), 'job:b': aJob({ id: 'b', status: 'succeeded', createdAt: 9 }) },
    );
    expect(model.strip.value.map(({ id }) => id)).toEqual(['a', 'b']);
    model.view('a');
    expect(model.shown.value?.id).toBe('a');
  });
});

test.each([
  [false, ['a']],
  [true, ['b', 'a']],
])('what was made from private windows is shown in them alone: private %j', async (isPrivate, shown) => {
  const items = {
    'job:a': aJob({ id: 'a', createdAt: 1, status: 'succeeded' }),
    'job:b': { ...aJob({ id: 'b', createdAt: 2, status: 'succeeded' }), isPrivate: true },
  };
  const { model } = await aPopup({ hello: () => done() }, items, isPrivate);
  expect(model.strip.value.map(({ id }) => id)).toEqual(shown);
  expect(model.shown.value?.id).toBe(shown[0]);
});
