import type { GenerationRequest } from '../../generation/index.ts';
import { fromRequest } from '../composer/draft.ts';
import { DRAFT_KEY } from '../composer/draft-keeper.ts';
import { localArea, openPopup } from '../page/extension.ts';

/** Puts a picture's request into the composer, and opens the popup. */
export async function compose(request: GenerationRequest): Promise<void> {
  await localArea.set({ [DRAFT_KEY]: fromRequest(request) });
  await openPopup();
}
