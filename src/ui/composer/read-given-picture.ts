import { readMetadata } from '../../gallery/metadata/read-metadata.ts';
import { sniffImageType } from '../../web/image-type.ts';
import { t, uiLanguage } from '../page/extension.ts';
import { type TakenSettings, takenSettings } from './taken-settings.ts';

/** Bytes. No picture of a model is as large: one that is larger is not even read. */
const LARGEST_FILE = 100_000_000;

/** What a dropped or pasted picture says of how it was made, and the sentence for it; only the sentence where it says nothing. */
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
