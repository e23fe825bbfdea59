import type { GenerationRequest } from '../../generation/index.ts';
import { fromRequest } from '../composer/draft.ts';
import { DRAFT_KEY } from '../composer/draft-keeper.ts';
import { localArea, openPopup } from '../page/extension.ts';

/** Puts all that made a picture back into the composer and shows it. */
export async function compose(request: GenerationRequest): Promise<void> {
  await localArea.set({ [DRAFT_KEY]: fromRequest(request) });
  await openPopup();
}
