import { Icon } from '../../components/Icon.tsx';
import { t } from '../../page/extension.ts';
import { usePopup } from '../../stage/context.ts';

/** Shown before a search: the model of the options, and the models of the last pictures. */
export function ModelStart({ onUse }: { onUse: (model: string) => void }) {
  const { keeper, settings, strip } = usePopup();
  const chosen = keeper.draft.value.model.trim();
  const usual = settings.value?.huggingface.model ?? '';
  const used = strip.value.map(({ request }) => request.model).filter((model) => model !== undefined);
  const recent = [...new Set([...(chosen ? [chosen] : []), ...used])].slice(0, 8);
  return (
    <ul class="model-rows" aria-label={t('popup_models_near')}>
      <ModelRow
        name={usual}
        about={t('popup_model_default')}
        current={chosen === ''}
        onUse={() => onUse('')}
      />
      {recent.map((model) => (
        <ModelRow
          key={model}
          name={model}
          about={t('popup_model_recent')}
          current={model === chosen}
          onUse={() => onUse(model)}
        />
      ))}
    </ul>
  );
}

interface ModelRowProps {
  name: string;
  about: string;
  current: boolean;
  onUse: () => void;
}

function ModelRow({ name, about, current, onUse }: ModelRowProps) {
  return (
    <li>
      <button type="button" class="model-row" {...(current && { 'aria-current': 'true' })} onClick={onUse}>
        <span class="model-words">
          <bdi class="model-name">{name}</bdi>
          <span class="model-about">{about}</span>
        </span>
        {current && <Icon name="check" />}
      </button>
    </li>
  );
}
