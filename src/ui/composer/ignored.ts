import { factsOf } from '../../generation/index.ts';
import { ignoredOptions } from '../../generation/model-abilities.ts';
import { normaliseModel } from '../../generation/model-name.ts';
import type { SettingsView } from '../../messages/index.ts';
import { hasOwnUrl, usableProviders } from '../../settings/usable-providers.ts';
import type { Draft } from './draft.ts';

export type Ignored = ReturnType<typeof ignoredOptions>[number];

export interface FirstModel {
  /** The model's name without its owner. */
  name: string;
  /** The options that the model ignores, whether or not they are set. */
  ignores: Ignored[];
}

/**
 * The model that makes the next picture at the service that is asked first; `typed` is the draft's model. Undefined while
 * the settings are not read, and when only the service knows which model it runs.
 */
export function firstModel(settings: SettingsView | undefined, typed: string): FirstModel | undefined {
  const id = settings && idOfFirst(settings, typed);
  if (!id) return undefined;
  const name = id.split('/').at(-1)?.replace(/:.*$/, '') || id;
  return { name, ignores: ignoredOptions(id, { negativePrompt: 'anything', seed: 0 }) };
}

/** The options that are set in the draft and ignored by the model of `firstModel`. */
export function ignoredOf(settings: SettingsView | undefined, draft: Draft): Ignored[] {
  return (firstModel(settings, draft.model)?.ignores ?? []).filter((option) => draft[option].trim() !== '');
}

function idOfFirst(settings: SettingsView, typed: string): string {
  const [first = settings.primary] = usableProviders(settings, settings.tokens);
  const { model } = settings[first];
  if (!factsOf(first)?.hubModels) return model;
  return first === 'huggingface' && hasOwnUrl(settings) ? '' : normaliseModel(typed) || model;
}
