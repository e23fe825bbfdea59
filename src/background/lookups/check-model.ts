import { HubError } from '../../hub/index.ts';
import type { ModelCheck } from '../../messages/index.ts';
import { canRun } from '../../providers/huggingface/inference-mapping.ts';
import type { Current } from '../state/current.ts';

/**
 * Checks whether a model can make pictures at Hugging Face. Only Hugging Face knows which models it runs; that another
 * source has the model is reported, too. `unknown` when no source can tell.
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

/** Whether every source was asked and does not have the model. False when there was no source to ask. */
function isAbsent(thrown: unknown): boolean {
  return thrown instanceof HubError && thrown.outcome === 'not-found' && thrown.attempts.length > 0;
}
