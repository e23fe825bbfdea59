import { HubError } from '../../hub/index.ts';
import type { ModelCheck } from '../../messages/index.ts';
import { canRun } from '../../providers/huggingface/inference-mapping.ts';
import type { Current } from '../state/current.ts';

/**
 * Whether a model can make pictures at Hugging Face, before anybody pays to find out. Only Hugging Face itself says what it
 * runs; a hub of the user's own that has the model is worth knowing, too. Where nobody can say, nothing is claimed.
 */
export async function checkModel(
  id: string,
  { hub, huggingFaceHub }: Pick<Current, 'hub' | 'huggingFaceHub'>,
): Promise<ModelCheck> {
  const model = { type: 'model', id } as const;
  try {
    const found = await huggingFaceHub.info(model, { expand: ['inferenceProviderMapping'] });
    const runs = canRun(found.inferenceProviderMapping);
    if (runs === 'unknown') return { answer: 'unsaid' };
    return { answer: runs === 'yes' ? 'runs' : 'not-run' };
  } catch (thrown) {
    if (!isAbsent(thrown)) return { answer: 'unsaid' };
  }
  try {
    await hub.info(model);
    return { answer: 'not-run' };
  } catch (thrown) {
    return { answer: isAbsent(thrown) ? 'absent' : 'unsaid' };
  }
}

/** Every source was asked and said no; with nobody to ask, nobody said so. */
function isAbsent(thrown: unknown): boolean {
  return thrown instanceof HubError && thrown.outcome === 'not-found' && thrown.attempts.length > 0;
}
