import { readMetadata } from '../../gallery/metadata/read-metadata.ts';
import { sniffImageType } from '../../web/image-type.ts';
import { t, uiLanguage } from '../page/extension.ts';
import { type TakenSettings, takenSettings } from './taken-settings.ts';

/** Bytes. No model makes a picture that is larger: a larger file is not read. */
const LARGEST_FILE = 100_000_000;

/**
 * Reads from a dropped or pasted picture how it was made: its settings and a sentence for the user. Where the
 * file is no picture or has no settings, the sentence alone.
 */
export async function readGivenPicture(file: File): Promise<{ settings?: TakenSettings; sentence: string }> {
  const buffer = file.size > LARGEST_FILE ? undefined : await file.arrayBuffer().catch(() => undefined);
  const bytes = buffer && new Uint8Array(buffer);
  if (!bytes || sniffImageType(bytes) === undefined) return { sentence: t('given_noPicture', file.name) };
  const made = await readMetadata(bytes);
  if (!made) return { sentence: t('given_nothing', file.name) };
  const settings = takenSettings(made);
  const list = new Intl.ListFormat(uiLanguage(), { type: 'conjunction' });
  const names = (fields: TakenSettings['taken']) => list.format(fields.map((field) => t(`given_${field}`)));
  const tool = t(`given_tool_${made.tool}`);
  const taken = t('given_taken', tool, names(settings.taken));
  const sentence = settings.left.length > 0 ? `${taken} ${t('given_left', names(settings.left))}` : taken;
  return { settings, sentence };
}
