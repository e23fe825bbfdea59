import { type GenerationRequest, styleUsed } from '../../generation/index.ts';
import { DRAFT_KEY } from '../../messages/index.ts';
import type { Style } from '../../settings/index.ts';
import { parseDraft } from '../composer/draft.ts';
import { editedDraft } from '../composer/edited-draft.ts';
import { readGivenPicture } from '../composer/read-given-picture.ts';
import { ask, draftArea, openPopup, t } from '../page/extension.ts';
import { styleName } from '../words/style-name.ts';

/**
 * Puts the settings of a picture's file into the composer's draft, whose other fields stay, and opens the
 * popup. Resolves with the sentence for what was taken and what was not.
 */
export async function composeFrom(file: File): Promise<string> {
  const { settings, sentence } = await readGivenPicture(file, readStyles);
  if (!settings) return sentence;
  const draft = parseDraft((await draftArea.get(DRAFT_KEY))[DRAFT_KEY]);
  await draftArea.set({ [DRAFT_KEY]: { ...draft, ...settings.patch } });
  await openPopup();
  return sentence;
}

/**
 * Puts a picture's request into the composer, and opens the popup. Resolves with a sentence where not all could come back as it
 * was.
 */
export async function compose(request: GenerationRequest): Promise<string | undefined> {
  const styles = styleUsed(request) === undefined ? undefined : await readStyles();
  const { draft, gone } = editedDraft(request, styles);
  await draftArea.set({ [DRAFT_KEY]: draft });
  await openPopup();
  return gone && t('given_style_words', styleName(gone));
}

async function readStyles(): Promise<readonly Style[] | undefined> {
  const reply = await ask('readStyles', {});
  return reply.ok ? reply.value.styles : undefined;
}
