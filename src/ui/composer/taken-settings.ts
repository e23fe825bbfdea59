import type { MadeWith } from '../../gallery/index.ts';
import { isModelId, normaliseModel } from '../../generation/model-name.ts';
import { sentWords } from '../../generation/own-style.ts';
import { findRequestProblem } from '../../generation/request.ts';
import type { Style } from '../../settings/index.ts';
import { inStyle } from '../../settings/presets/in-style.ts';
import { asTyped } from './alternatives.ts';
import { type Draft, fromRequest } from './draft.ts';

/** The settings of a picture's file that the composer has a field for. */
export type TakenField = 'prompt' | 'negativePrompt' | 'style' | 'seed' | 'size' | 'model';

export interface TakenSettings {
  /** What changes in the draft. */
  patch: Partial<Draft>;
  taken: TakenField[];
  /** Settings that the file has and no service here understands: they are left out, and the user is told. */
  left: TakenField[];
  /** The name of a style that the user's list has not, or not with these words: they are in the prompt. */
  styleInWords?: string;
}

/** The style of the user's list that the file was made in: the same name, and the words that were sent come out of it. */
function styleOf({ style: said, prompt, sent }: MadeWith, styles: readonly Style[]): Style | undefined {
  const style = styles.find(({ name }) => name === said) ?? styles.find(({ id }) => id === said);
  if (said === undefined || !style) return undefined;
  if (prompt === undefined || sent === undefined) return style;
  const again = sentWords(inStyle({ prompt, style: 'none' }, style.id, styles));
  return again.prompt.trim() === sent.prompt.trim() ? style : undefined;
}

/**
 * The settings of a picture's file for the composer. The file's prompt, negative prompt, style and seed
 * replace those of the draft even where the file has none, since the earlier ones would make another picture.
 * Size and model change only where the file names usable ones. A file without a prompt changes only what it
 * names: the user's own words stay, and what belongs to them.
 */
export function takenSettings(made: MadeWith, styles: readonly Style[]): TakenSettings {
  const { style, seed, width, height } = made;
  const known = styleOf(made, styles);
  const isInWords = style !== undefined && !known && made.sent !== undefined;
  const { prompt, negativePrompt } = (isInWords && made.sent) || made;
  const model = made.model === undefined ? undefined : normaliseModel(made.model);
  const base = { prompt: prompt ?? '', style: 'none' as const };
  const whole = prompt !== undefined;
  const isUsable = {
    style: known !== undefined,
    seed: seed !== undefined && findRequestProblem({ prompt: 'x', style: 'none', seed }) === undefined,
    size:
      width !== undefined &&
      height !== undefined &&
      findRequestProblem({ prompt: 'x', style: 'none', width, height }) === undefined,
    // Other tools name a model by a file on their own disk; the id of a hub's model has an owner and a slash.
    model: model !== undefined && isModelId(model) && model.includes('/'),
  };
  const draft = fromRequest({
    ...base,
    ...(negativePrompt !== undefined && { negativePrompt }),
    ...(isUsable.seed && seed !== undefined && { seed }),
    ...(isUsable.size && width !== undefined && height !== undefined && { width, height }),
    ...(isUsable.model && model !== undefined && { model }),
  });
  const told: [TakenField, boolean, boolean][] = [
    ['prompt', whole, true],
    ['negativePrompt', negativePrompt !== undefined, true],
    ['style', style !== undefined && !isInWords, isUsable.style],
    ['seed', seed !== undefined, isUsable.seed],
    ['size', width !== undefined || height !== undefined, isUsable.size],
    ['model', made.model !== undefined, isUsable.model],
  ];
  return {
    patch: {
      ...(whole && { prompt: asTyped(draft.prompt) }),
      ...((whole || negativePrompt !== undefined) && { negativePrompt: draft.negativePrompt }),
      ...((whole || isUsable.style) && { style: known?.id ?? 'none' }),
      ...((whole || isUsable.seed) && { seed: draft.seed }),
      ...(isUsable.size && { shape: draft.shape, width: draft.width, height: draft.height }),
      ...(isUsable.model && { model: draft.model }),
    },
    taken: told.filter(([, said, usable]) => said && usable).map(([field]) => field),
    left: told.filter(([, said, usable]) => said && !usable).map(([field]) => field),
    ...(isInWords && { styleInWords: style }),
  };
}
