import { type ProviderResult, type ProviderWarning, pictureResult } from '../../generation/index.ts';
import type { Answer } from './answer.ts';

interface Made {
  route: string;
  model: string | undefined;
  warnings: readonly ProviderWarning[];
}

/**
 * The picture and what made it. A failure with the address of a picture keeps model, route and warnings, for when it is
 * fetched later.
 */
export function resultOf(answer: Answer, { route, model, warnings }: Made): ProviderResult {
  const made = {
    ...(warnings.length > 0 && { warnings: [...warnings] }),
    ...(model !== undefined && { model }),
    route,
  };
  if (answer.ok) return pictureResult(answer.picture, made);
  const { error } = answer;
  return { success: false, error: error.pictureUrl === undefined ? error : { ...error, made } };
}
