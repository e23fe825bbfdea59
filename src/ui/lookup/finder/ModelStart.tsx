import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { Spinner } from '../../components/Spinner.tsx';
import { t } from '../../page/extension.ts';
import { usePopup } from '../../stage/context.ts';
import './model-list.css';
import { ModelRow } from './ModelRow.tsx';
import { useFavouriteModels } from './use-favourite-models.ts';
import type { SearchState } from './use-model-search.ts';

interface ModelStartProps {
  /** The models that the sources list without a query; undefined where no source can be asked. */
  listed: SearchState | undefined;
  onUse: (model: string) => void;
}

const MOST_RECENT = 6;
const MOST_WORKING = 20;

/**
 * Shown before anything is searched for: favourite models, those of the last pictures, and what Hugging Face
 * runs now.
 */
export function ModelStart({ listed, onUse }: ModelStartProps) {
  const { keeper, settings, strip } = usePopup();
  const { ids: favourites } = useFavouriteModels();
  const chosen = keeper.draft.value.model.trim();
  const usual = settings.value?.huggingface.model ?? '';
  const used = strip.value.map(({ request }) => request.model).filter((model) => model !== undefined);
  const recent = [...new Set([...(chosen ? [chosen] : []), ...used])]
    .filter((model) => model !== usual)
    .slice(0, MOST_RECENT);
  const working = (listed?.search?.hits ?? [])
    .filter(({ runnable }) => runnable === 'yes')
    .map(({ item }) => item.id)
    .slice(0, MOST_WORKING);
  const rows = (models: readonly string[]) =>
    models.map((model) => (
      <ModelRow key={model} model={model} current={model === chosen} onUse={() => onUse(model)} />
    ));
  return (
    <>
      {favourites.value.length > 0 && (
        <ModelGroup title={t('popup_models_favourite')}>{rows(favourites.value)}</ModelGroup>
      )}
      <ModelGroup title={t('popup_models_recent')}>
        <ModelRow
          model={usual}
          about={t('popup_model_default')}
          current={chosen === '' || chosen === usual}
          onUse={() => onUse('')}
        />
        {rows(recent)}
      </ModelGroup>
      {listed && (
        <ModelGroup title={t('popup_models_working')} busy={listed.busy}>
          {rows(working)}
        </ModelGroup>
      )}
      {listed && !listed.busy && working.length === 0 && (
        <p class="quiet small">{t('popup_models_working_unknown')}</p>
      )}
    </>
  );
}

interface ModelGroupProps {
  title: string;
  busy?: boolean;
  children: ComponentChildren;
}

export function ModelGroup({ title, busy = false, children }: ModelGroupProps) {
  const id = useId();
  return (
    <section class="model-group">
      <h3 id={id}>
        {title} {busy && <Spinner />}
      </h3>
      <ul aria-labelledby={id}>{children}</ul>
    </section>
  );
}
