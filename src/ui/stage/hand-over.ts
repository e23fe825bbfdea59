import { batch, type ReadonlySignal, type Signal } from '@preact/signals';
import type { Job, StorageArea } from '../../jobs/index.ts';
import { type HandOver, handOverKey, type Problem, parseHandOver } from '../../messages/index.ts';
import { asTyped } from '../composer/alternatives.ts';
import { bringsAlong } from '../composer/brings-along.ts';
import type { DraftKeeper } from '../composer/draft-keeper.ts';
import { withQuote } from '../composer/quote.ts';
import type { StyleList } from './style-list.ts';

/** Takes what the background stores for the composer of such windows, now and whenever something new is stored; each thing once. */
export function takeHandOver(area: StorageArea, isPrivate: boolean, take: (what: HandOver) => void): void {
  const key = handOverKey(isPrivate);
  const look = (value: unknown) => {
    const what = parseHandOver(value);
    if (value === undefined || value === null) return;
    // Removed first: a page that closes in between would take it a second time when it opens again.
    void area.remove(key).catch(() => undefined);
    if (what) take(what);
  };
  area.onChanged.addListener((changes) => look(changes[key]?.newValue));
  area.get(key).then(
    (stored) => look(stored[key]),
    () => undefined,
  );
}

interface ReceiveParts {
  keeper: DraftKeeper;
  jobs: ReadonlySignal<Job[]>;
  problem: Signal<Problem | undefined>;
  readStyles: StyleList['whenRead'];
  /** Counted up each time the styles are to be shown. */
  choosesStyle: Signal<number>;
  /** Moves the focus to the prompt. */
  focus?(): void;
  /** Called when a typed prompt that was not sent is replaced; `undo` brings it back. */
  replaced?(undo: () => void): void;
}

/**
 * Makes a function that puts words from elsewhere into the draft. A quote leaves a typed prompt that was not
 * sent. A prompt replaces it, and `replaced` gets the way back. A prompt that was sent is among the recent
 * prompts.
 */
export function createReceive(parts: ReceiveParts) {
  const { keeper, jobs, problem, readStyles, choosesStyle, focus, replaced } = parts;

  /** As a press on the style: its size and model are seen before anything is sent. The words do not wait for it. */
  async function bring(id: string) {
    const style = (await readStyles())?.find((one) => one.id === id);
    if (style && keeper.draft.value.style === id) keeper.change(bringsAlong(style));
  }

  return ({ quote, shortened = false, page = '', prompt, style, problem: code, ...what }: HandOver) => {
    const typed = keeper.draft.value;
    const sent = [typed.prompt, withQuote(typed.quote, typed.prompt)];
    const isSent = jobs.value.some(({ request }) => sent.includes(request.prompt));
    batch(() => {
      problem.value = code && { code };
      if (quote !== undefined)
        keeper.change({
          quote,
          quoteShortened: shortened,
          quotePage: page,
          ...(isSent && { prompt: '' }),
        });
      if (prompt !== undefined) keeper.change({ prompt: asTyped(prompt) });
      const isLost = prompt !== undefined && !isSent && typed.prompt.trim() !== '';
      if (isLost) replaced?.(() => keeper.change({ prompt: typed.prompt }));
      if (style !== undefined) keeper.change({ style });
      if (what.choosesStyle) choosesStyle.value += 1;
    });
    if (style !== undefined) void bring(style);
    if (!what.choosesStyle) focus?.();
  };
}
