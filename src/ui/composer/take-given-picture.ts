import { announce } from '../page/announcement.ts';
import { focusPrompt } from '../page/focus.ts';
import type { StyleList } from '../stage/style-list.ts';
import { announceReplaced } from './announce-replaced.ts';
import type { DraftKeeper } from './draft-keeper.ts';
import { readGivenPicture } from './read-given-picture.ts';

/** Brings the settings of a dropped or pasted picture into the composer, with a way back. Nothing is sent. */
export async function takeGivenPicture(
  file: File,
  keeper: DraftKeeper,
  readStyles: StyleList['whenRead'],
): Promise<void> {
  const { settings, sentence } = await readGivenPicture(file, readStyles);
  if (!settings) return announce(sentence);
  const before = keeper.draft.value;
  keeper.change(settings.patch);
  focusPrompt();
  announceReplaced(sentence, () => keeper.change(before));
}
