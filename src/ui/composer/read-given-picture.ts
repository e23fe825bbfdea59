import { readMetadata } from '../../gallery/metadata/read-metadata.ts';
import type { Style } from '../../settings/index.ts';
import { SHIPPED_STYLES } from '../../settings/presets/shipped-styles.ts';
import { sniffImageType } from '../../web/image-type.ts';
import { t, together } from '../page/extension.ts';
import { styleName } from '../words/style-name.ts';
import { givenSentence } from './given-sentence.ts';
import { type TakenSettings, takenSettings } from './taken-settings.ts';

/** Bytes. No model makes a picture that is larger: a larger file is not read. */
const LARGEST_FILE = 100_000_000;

/**
 * Reads from a dropped or pasted picture how it was made: its settings and a sentence for the user. Where the
 * file is no picture or has no settings that the composer can use, the sentence alone. `readStyles` gives the user's styles,
 * undefined where they cannot be read.
 */
export async function readGivenPicture(
  file: File,
  readStyles: () => Promise<readonly Style[] | undefined>,
): Promise<{ settings?: TakenSettings; sentence: string }> {
  const buffer = file.size > LARGEST_FILE ? undefined : await file.arrayBuffer().catch(() => undefined);
  const bytes = buffer && new Uint8Array(buffer);
  if (!bytes || sniffImageType(bytes) === undefined) return { sentence: t('given_noPicture', file.name) };
  const made = await readMetadata(bytes);
  if (!made) return { sentence: t('given_nothing', file.name) };
  const styles = made.style === undefined ? [] : await readStyles();
  const settings = takenSettings(made, styles ?? SHIPPED_STYLES);
  const { styleInWords: id } = settings;
  const named = { ...settings, ...(id !== undefined && { styleInWords: styleName({ id }) }) };
  const sentence = givenSentence(made, named, { t, together });
  return settings.taken.length > 0 ? { settings, sentence } : { sentence };
}
