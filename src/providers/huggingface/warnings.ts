import type { GenerationOptions, PictureBytes, ProviderWarning } from '../../generation/index.ts';
import { pixelSize } from '../picture/pixel-size.ts';

/** Models work on blocks of pixels: a size rounded to the next block is the size that was asked for. */
const BLOCK = 16;

interface Made {
  /** Left out while it has not arrived: nothing is known of its size then. */
  picture?: PictureBytes | undefined;
  /** What the service says it used. */
  seed?: number | undefined;
  negativePromptIgnored?: boolean | undefined;
}

/** What the picture shows was not honoured: its size is read from its bytes, its seed from the service's words. */
export function warningsOf(options: GenerationOptions, made: Made): ProviderWarning[] {
  const { negativePrompt, seed } = options;
  const warnings: ProviderWarning[] = [];
  if (seed !== undefined && made.seed !== undefined && made.seed !== seed)
    warnings.push({ code: 'seed-ignored' });
  if (!hasAskedSize(options, made.picture)) warnings.push({ code: 'size-ignored' });
  if (negativePrompt && made.negativePromptIgnored) warnings.push({ code: 'negative-prompt-ignored' });
  return warnings;
}

function hasAskedSize({ width, height }: GenerationOptions, picture: PictureBytes | undefined): boolean {
  const size = picture && pixelSize(picture);
  const near = (asked: number | undefined, is: number) => asked === undefined || Math.abs(asked - is) < BLOCK;
  return !size || (near(width, size.width) && near(height, size.height));
}
