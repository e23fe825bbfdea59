import { describe, expect, test } from 'vitest';
import type { Ask, Problem, SettingsView } from '../../../../src/messages/index.ts';
import { createOptionsState } from '../../../../src/ui/page/settings-state.ts';

type Reply = { ok: true; value: SettingsView } | { ok: false; problem: Problem };

const settings = (model: string, count: number, worker = 'one') =>
  ({ puter: { enabled: true, model, timeoutMs: 1000 }, read: { worker, count } }) as SettingsView;
const view = (...given: Parameters<typeof settings>): Reply => ({ ok: true, value: settings(...given) });
const failure: Reply = { ok: false, problem: { code: 'STORAGE_FAILED' } };

/** A background whose answers come when the test says so, in any order. */
function openPage() {
  const questions: { name: string; answer(reply: Reply): void }[] = [];
  const ask = ((name: string) => {
    const { promise, resolve } = Promise.withResolvers<Reply>();
    questions.push({ name, answer: resolve });
    return promise;
  }) as unknown as Ask;
  const state = createOptionsState(ask);
  const answer = (place: number, reply: Reply) => questions[place]?.answer(reply);
  return { state, questions, answer, model: () => state.settings.value?.puter.model };
}

describe('what is read', () => {
  test('an answer that was overtaken is dropped', async () => {
    const { state, answer, model } = openPage();
    const [older, newer] = [state.reload(), state.reload()];
    answer(1, view('new', 2));
    await newer;
    answer(0, view('old', 1));
    await older;
    expect(model()).toBe('new');
  });

  test('an answer is shown as it comes, without waiting for a later question', async () => {
    const { state, answer, model } = openPage();
    const [first, second] = [state.reload(), state.reload()];
    answer(0, view('first', 1));
    await first;
    expect(model()).toBe('first');
    answer(1, view('second', 2));
    await second;
    expect(model()).toBe('second');
  });

  test('a failure is shown until the next answer; that of an overtaken read is not shown', async () => {
    const { state, answer } = openPage();
    const failed = state.reload();
    answer(0, failure);
    await failed;
    expect(state.loadProblem.value).toEqual({ code: 'STORAGE_FAILED' });
    const [late, good] = [state.reload(), state.reload()];
    answer(2, view('good', 1));
    await good;
    answer(1, failure);
    await late;
    expect(state.loadProblem.value).toBeUndefined();
  });
});

describe('what is changed', () => {
  test('is shown as the background answered, without reading again, and never as it was read before', async () => {
    const { state, questions, answer, model } = openPage();
    const before = state.reload();
    const changed = state.update({ puter: { model: 'new' } });
    answer(1, view('new', 2));
    expect(await changed).toBeUndefined();
    expect(model()).toBe('new');
    answer(0, view('old', 1));
    await before;
    expect(model()).toBe('new');
    expect(questions).toHaveLength(2);
  });

  test('by another page, it is shown as it was told, unless something newer is shown', () => {
    const { state, model } = openPage();
    state.show(settings('second', 2));
    state.show(settings('first', 1));
    expect(model()).toBe('second');
    // A worker that was started since counts from the beginning.
    state.show(settings('third', 1, 'two'));
    expect(model()).toBe('third');
  });

  test('and refused: the caller gets the problem, and nothing is read', async () => {
    const { state, questions, answer } = openPage();
    const changed = state.update({ puter: { model: '' } });
    answer(0, { ok: false, problem: { code: 'MODEL_INVALID' } });
    expect(await changed).toEqual({ code: 'MODEL_INVALID' });
    expect(questions).toHaveLength(1);
  });
});
