import type { GenerationOptions } from './types.ts';

/** What a model makes use of when it is given it. */
export interface ModelAbilities {
  negativePrompt: boolean;
  seed: boolean;
  /** `ratio`: a size is taken for its shape alone. */
  size: 'pixels' | 'ratio' | 'none';
  steps: boolean;
  guidance: boolean;
}

/** A model nobody here has heard of is believed to take everything: nothing is said of it that may be untrue. */
const EVERYTHING: ModelAbilities = {
  negativePrompt: true,
  seed: true,
  size: 'pixels',
  steps: true,
  guidance: true,
};
/** Trained to need no guidance; and without guidance a negative prompt has nothing to work on. */
const DISTILLED: ModelAbilities = { ...EVERYTHING, negativePrompt: false, guidance: false };
const GUIDED: ModelAbilities = { ...EVERYTHING, negativePrompt: false };
const SHAPE_ONLY: ModelAbilities = {
  negativePrompt: false,
  seed: false,
  size: 'ratio',
  steps: false,
  guidance: false,
};

interface Family {
  name: string;
  /** Held against the last two parts of the name, in lower case, with every sign but letters and digits as `-`. */
  models: RegExp;
  abilities: ModelAbilities;
}

/** The first family that fits counts. From the models' own cards and the services' parameter lists. */
const FAMILIES: readonly Family[] = [
  { name: 'FLUX schnell', models: /flux.*schnell/, abilities: DISTILLED },
  { name: 'FLUX', models: /flux/, abilities: GUIDED },
  {
    name: 'Distilled',
    models: /turbo|lightning|hyper-sd|sprint|\blcm\b|-lcm|fast$|z-image/,
    abilities: DISTILLED,
  },
  { name: 'HiDream dev', models: /hidream.*dev/, abilities: DISTILLED },
  { name: 'GPT Image', models: /gpt-image|dall-e/, abilities: SHAPE_ONLY },
  { name: 'Gemini and Imagen', models: /gemini|flash-image|imagen|nano-banana/, abilities: SHAPE_ONLY },
  { name: 'Grok', models: /grok/, abilities: SHAPE_ONLY },
  { name: 'Seedream', models: /seedream/, abilities: { ...GUIDED, steps: false } },
  { name: 'Recraft', models: /recraft/, abilities: { ...SHAPE_ONLY, size: 'pixels' } },
];

/** What the model of this name takes: a hub id, or the name that a service has for it. */
export function abilitiesOf(model: string): ModelAbilities {
  return familyOf(model)?.abilities ?? EVERYTHING;
}

/**
 * What the first of these names takes that belongs to a known family: a service's own name says more of what runs than
 * the hub's, since a LoRA runs on another model.
 */
export function abilitiesOfAny(names: readonly string[]): ModelAbilities {
  return names.map(familyOf).find((family) => family !== undefined)?.abilities ?? EVERYTHING;
}

/** What of these options a model leaves out of account. */
export function ignoredOptions(
  model: string,
  { negativePrompt, seed }: Pick<GenerationOptions, 'negativePrompt' | 'seed'>,
): ('negativePrompt' | 'seed')[] {
  const { negativePrompt: takesNegative, seed: takesSeed } = abilitiesOf(model);
  return [
    ...(negativePrompt && !takesNegative ? ['negativePrompt' as const] : []),
    ...(seed !== undefined && !takesSeed ? ['seed' as const] : []),
  ];
}

function familyOf(model: string): Family | undefined {
  const name = (model.split('/').slice(-2).join('/') || model).toLowerCase().replace(/[^a-z0-9]+/g, '-');
  return FAMILIES.find(({ models }) => models.test(name));
}
