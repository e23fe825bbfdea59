import type { GenerationOptions } from './types.ts';

/** The options that a model uses. */
export interface ModelAbilities {
  negativePrompt: boolean;
  seed: boolean;
  /** `ratio`: only the aspect ratio of a size is used. */
  size: 'pixels' | 'ratio' | 'none';
  steps: boolean;
  guidance: boolean;
}

/** For unknown models: they are assumed to use every option, so that no false warning is shown. */
const EVERYTHING: ModelAbilities = {
  negativePrompt: true,
  seed: true,
  size: 'pixels',
  steps: true,
  guidance: true,
};
/** For models trained to work without guidance. A negative prompt needs guidance, so it has no effect either. */
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
  /** Matched against the last two parts of the name, in lower case, with `-` for everything but letters and digits. */
  models: RegExp;
  abilities: ModelAbilities;
}

/** The first family that matches counts. Source: the models' own cards and the services' parameter lists. */
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

/** The abilities of the model with this name: a hub id, or a service's own name for it. */
export function abilitiesOf(model: string): ModelAbilities {
  return familyOf(model)?.abilities ?? EVERYTHING;
}

/**
 * The abilities for the first of these names that belongs to a known family. Put a service's own name before the hub's id:
 * a LoRA runs on another model, which only the service's name tells.
 */
export function abilitiesOfAny(names: readonly string[]): ModelAbilities {
  return names.map(familyOf).find((family) => family !== undefined)?.abilities ?? EVERYTHING;
}

/** Which of these options a model ignores. */
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
