import type { StoredPicture } from '../../gallery/index.ts';
import { fileToSave, type SavingSettings } from '../../gallery/saving/file-to-save.ts';
import type { SettingsView } from '../../messages/index.ts';
import { ask, saveFile } from '../page/extension.ts';

/** Used when the user's settings cannot be read: a file then says no more than it must. */
const LEAST: SavingSettings = { metadata: 'mark', fileType: 'kept', fileName: '{date} {prompt}' };

/** Saves a picture as a file, as the settings say; resolves with the key of what to tell the user. */
export async function savePicture(stored: StoredPicture, shown: SettingsView | undefined): Promise<string> {
  const settings = shown ?? (await readSettings());
  const file = await fileToSave(stored, settings?.pictures ?? LEAST);
  await saveFile(file.blob, file.name, settings?.pictures.folder);
  return file.keptType ? 'picture_saved_own_type' : 'popup_saved';
}

async function readSettings(): Promise<SettingsView | undefined> {
  const reply = await ask('readSettings', {});
  return reply.ok ? reply.value : undefined;
}
