import { visible } from '../../../web/visible.ts';
import { Icon } from '../../components/Icon.tsx';
import { IconButton } from '../../components/IconButton.tsx';
import { t } from '../../page/extension.ts';
import { takesWords } from './takes-words.ts';
import { useFavouriteModels } from './use-favourite-models.ts';

interface ModelRowProps {
  model: string;
  /** Words about the model, shown before those of `takesWords`. */
  about?: string;
  current: boolean;
  onUse: () => void;
}

/** A model that a press selects, with the options that it takes, and a button that marks it as a favourite. */
export function ModelRow({ model, about = '', current, onUse }: ModelRowProps) {
  const { ids, toggle } = useFavouriteModels();
  return (
    <li class="model-row-place">
      <button type="button" class="model-row" {...(current && { 'aria-current': 'true' })} onClick={onUse}>
        <span class="model-words">
          <bdi class="model-name">{visible(model)}</bdi>
          <span class="model-about">{[about, takesWords(model)].filter(Boolean).join(' · ')}</span>
        </span>
        {current && <Icon name="check" />}
      </button>
      <IconButton
        icon="heart"
        label={t('popup_favourite_named', visible(model))}
        aria-pressed={ids.value.includes(model)}
        onClick={() => void toggle(model)}
      />
    </li>
  );
}
