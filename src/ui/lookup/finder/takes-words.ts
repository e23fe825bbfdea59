import { abilitiesOf } from '../../../generation/model-abilities.ts';
import { listOf, t } from '../../page/extension.ts';

/** What a model ignores, in a few words; empty for a model that takes everything, or that is not known here. */
export function takesWords(model: string): string {
  const { negativePrompt, seed, size } = abilitiesOf(model);
  const missing = [
    !negativePrompt && t('popup_takes_no_negative_prompt'),
    !seed && t('popup_takes_no_seed'),
    size !== 'pixels' && t('popup_takes_shapes'),
  ];
  return listOf(missing.filter((words) => typeof words === 'string'));
}
