import type { GenerationRequest } from '../../generation/index.ts';
import { DRAFT_KEY } from '../../messages/index.ts';
import { fromRequest, parseDraft } from '../composer/draft.ts';
import { readGivenPicture } from '../composer/read-given-picture.ts';
import { draftArea, openPopup } from '../page/extension.ts';

/**
 * Puts the settings of a picture's file into the composer's draft, whose other fields stay, and opens the
 * popup. Resolves with the sentence for what was taken and what was not.
 */
export async function composeFrom(file: File): Promise<string> {
  const { settings, sentence } = await readGivenPicture(file);
  if (!settings) return sentence;
  const draft = parseDraft((await draftArea.get(DRAFT_KEY))[DRAFT_KEY]);
  await draftArea.set({ [DRAFT_KEY]: { ...draft, ...settings.patch } });
  await openPopup();
  return sentence;
}

/** Puts a picture's request into the composer, and opens the popup. */
export async function compose(request: GenerationRequest): Promise<void> {
  await draftArea.set({ [DRAFT_KEY]: fromRequest(request) });
  await openPopup();
}
