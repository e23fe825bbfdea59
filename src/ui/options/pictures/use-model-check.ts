import { useState } from 'preact/hooks';
import { factsOf, type ProviderName } from '../../../generation/index.ts';
import type { ModelCheck, Problem } from '../../../messages/index.ts';
import { useOptions } from '../../page/settings-context.ts';

/**
 * Finds out what is known of a model before it is set. Puter publishes no list that could be asked without an account, and
 * behind the user's own API URL the hubs have no say: there nothing is claimed.
 */
export function useModelCheck(provider: ProviderName) {
  const { ask, settings } = useOptions();
  const [said, setSaid] = useState<ModelCheck & { model: string }>();

  /** The reason not to set it, if there is one. */
  const check = async (model: string): Promise<Problem | undefined> => {
    // Leaving the field checks what Enter has checked already: the button that insists is pressed by leaving it.
    if (said?.model === model && said.answer === 'absent') return unknown(model);
    setSaid(undefined);
    if (!factsOf(provider)?.hubModels || settings.value?.huggingface.apiUrl) return undefined;
    const reply = await ask('checkModel', { model });
    if (!reply.ok) return undefined;
    setSaid({ ...reply.value, model });
    return reply.value.answer === 'absent' ? unknown(model) : undefined;
  };

  return { said, check, forget: () => setSaid(undefined) };
}

function unknown(model: string): Problem {
  return { code: 'MODEL_UNKNOWN', subject: model };
}
