import { useState } from 'preact/hooks';
import { factsOf, type ProviderName } from '../../../generation/index.ts';
import type { ModelCheck, Problem } from '../../../messages/index.ts';
import { hasOwnUrl } from '../../../settings/usable-providers.ts';
import { useOptions } from '../../page/settings-context.ts';

/**
 * Checks a model before it is set. Only models of hubs can be checked, and not when the user's own API URL is set: hubs do
 * not know what runs there.
 */
export function useModelCheck(provider: ProviderName) {
  const { ask, settings } = useOptions();
  const [said, setSaid] = useState<ModelCheck & { model: string }>();

  /** The reason not to set the model, if there is one. */
  const check = async (model: string): Promise<Problem | undefined> => {
    // Enter has checked this model already. Pressing the button that insists moves the focus, which would check it again.
    if (said?.model === model && said.answer === 'absent') return unknown(model);
    setSaid(undefined);
    if (!factsOf(provider)?.hubModels || (settings.value && hasOwnUrl(settings.value))) return undefined;
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
