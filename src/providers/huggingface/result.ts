import { type ProviderResult, type ProviderWarning, pictureResult } from '../../generation/index.ts';
import type { Answer } from './answer.ts';

interface Made {
  route: string;
  model: string | undefined;
  warnings: readonly ProviderWarning[];
}

/**
 * The provider's result: the picture with its route, model and warnings, or the failure. A failure with the address of a paid
 * picture keeps route, model and warnings, too, for when the picture is fetched later.
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
