import { computed, type ReadonlySignal, signal } from '@preact/signals';
import { hasAlternatives, pickAlternatives } from './alternatives.ts';
import type { Draft } from './draft.ts';

export interface PromptPicks {
  /** The prompt that would be sent, with its alternatives picked. */
  prompt: ReadonlySignal<string>;
  /** Whether the typed prompt has alternatives or escapes, so that `prompt` differs from it. */
  picked: ReadonlySignal<boolean>;
  /** Picks again. */
  again(): void;
}

/** Picks from `{red|blue}` in a typed prompt. The picks stay while the user types, until `again` is called. */
export function createPromptPicks(
  draft: ReadonlySignal<Draft>,
  random: () => number = Math.random,
): PromptPicks {
  const luck = signal<number[]>([]);
  const drawn = (place: number) => {
    const numbers = luck.peek();
    while (numbers.length <= place) numbers.push(random());
    return numbers[place] ?? 0;
  };
  const prompt = computed(() => {
    void luck.value;
    let place = 0;
    return pickAlternatives(draft.value.prompt, (count) => Math.floor(drawn(place++) * count));
  });
  return {
    prompt,
    picked: computed(() => hasAlternatives(draft.value.prompt)),
    again() {
      luck.value = [];
    },
  };
}
