import { factsOf } from '../../generation/index.ts';
import { ignoredOptions } from '../../generation/model-abilities.ts';
import { normaliseModel } from '../../generation/model-name.ts';
import type { SettingsView } from '../../messages/index.ts';
import { hasOwnUrl, usableProviders } from '../../settings/usable-providers.ts';
import type { Draft } from './draft.ts';

export type Ignored = ReturnType<typeof ignoredOptions>[number];

export interface FirstModel {
  /** As people call it: without its owner. */
  name: string;
  /** What it makes no use of, whether it was typed or not. */
  ignores: Ignored[];
}

/**
 * The model that is asked first for a draft that names `typed`, by the service that is asked first. Undefined while the
 * settings are not read, and where only the service knows which model it runs.
 */
export function firstModel(settings: SettingsView | undefined, typed: string): FirstModel | undefined {
  const id = settings && idOfFirst(settings, typed);
  if (!id) return undefined;
  const name = id.split('/').at(-1)?.replace(/:.*$/, '') || id;
  return { name, ignores: ignoredOptions(id, { negativePrompt: 'anything', seed: 0 }) };
}

/** What was typed, and the model that is asked first makes no use of. */
export function ignoredOf(settings: SettingsView | undefined, draft: Draft): Ignored[] {
  return (firstModel(settings, draft.model)?.ignores ?? []).filter((option) => draft[option].trim() !== '');
}

function idOfFirst(settings: SettingsView, typed: string): string {
  const [first = settings.primary] = usableProviders(settings, settings.tokens);
  const { model } = settings[first];
  if (!factsOf(first)?.hubModels) return model;
  return first === 'huggingface' && hasOwnUrl(settings) ? '' : normaliseModel(typed) || model;
}
