import { fileToSave, type StoredPicture } from '../../gallery/index.ts';
import { toDataUrl } from '../../generation/index.ts';
import type { Services } from '../services.ts';

interface SavingPorts extends Pick<Services, 'settings'> {
  saveFile(file: { blob: Blob; dataUrl(): Promise<string>; path: string }): Promise<void>;
  /** Stores a notice for the gallery page: a picture could not be saved as a file. */
  couldNot(): Promise<void>;
}

/** Saves a new picture as a file if the user switched that on. Never rejects: a failure is noted with `couldNot`. */
export async function saveByItself(
  stored: StoredPicture,
  { settings, saveFile, couldNot }: SavingPorts,
): Promise<void> {
  try {
    const { pictures } = (await settings.read()).settings;
    if (!pictures.savesItself) return;
    const { name, blob } = await fileToSave(stored, pictures);
    const dataUrl = async () =>
      toDataUrl(new Uint8Array(await blob.arrayBuffer()), blob.type as StoredPicture['picture']['type']);
    const path = pictures.folder === '' ? name : `${pictures.folder}/${name}`;
    await saveFile({ blob, dataUrl, path });
  } catch {
    await couldNot().catch(() => undefined);
  }
}
