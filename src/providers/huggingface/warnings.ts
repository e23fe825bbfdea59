import {
  abilitiesOfAny,
  type GenerationOptions,
  type PictureBytes,
  type ProviderWarning,
} from '../../generation/index.ts';
import { pixelSize } from '../../web/pixel-size.ts';

/** Models make pictures in blocks of this many pixels: a size that differs by less than a block counts as the requested size. */
const BLOCK = 16;

interface Made {
  /** Names of the model that made the picture: the service's own name first, then the hub's. */
  names: readonly string[];
  /** Left out while the picture has not arrived: its size is then unknown. */
  picture?: PictureBytes | undefined;
  /** The seed that the service says it used. */
  seed?: number | undefined;
}

/** Warnings for options that were ignored, by the model's abilities, the picture's size, or the seed that the service reports. */
export function warningsOf(options: GenerationOptions, made: Made): ProviderWarning[] {
  const { negativePrompt, seed } = options;
  const takes = abilitiesOfAny(made.names);
  const otherSeed = made.seed !== undefined && made.seed !== seed;
  const warnings: ProviderWarning[] = [];
  if (seed !== undefined && (otherSeed || !takes.seed)) warnings.push({ code: 'seed-ignored' });
  if (!hasAskedSize(options, made.picture)) warnings.push({ code: 'size-ignored' });
  if (negativePrompt && !takes.negativePrompt) warnings.push({ code: 'negative-prompt-ignored' });
  return warnings;
}

function hasAskedSize({ width, height }: GenerationOptions, picture: PictureBytes | undefined): boolean {
  const size = picture && pixelSize(picture);
  const near = (asked: number | undefined, is: number) => asked === undefined || Math.abs(asked - is) < BLOCK;
  return !size || (near(width, size.width) && near(height, size.height));
}
