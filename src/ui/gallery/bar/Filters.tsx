import { Button } from '../../components/Button.tsx';
import { t } from '../../page/extension.ts';
import { providerName } from '../../words/provider-name.ts';
import { styleName } from '../../words/style-name.ts';
import { useGallery } from '../context.ts';
import type { Filter } from '../filter.ts';
import { SHAPES, type Shape } from '../list/shape.ts';
import { styleOfKey } from '../list/style-key.ts';
import { FilterSelect } from './FilterSelect.tsx';

/** The filters besides the search. Values that no picture has are not offered. */
export function Filters() {
  const { model } = useGallery();
  const { service, model: models, style } = model.choices.value;
  const filter = model.filter.value;
  const change = (patch: Partial<Filter>) => {
    model.filter.value = { ...filter, ...patch };
  };
  return (
    <div class="gallery-filters">
      <Button
        small
        icon="heart"
        aria-pressed={filter.favourites}
        onClick={() => change({ favourites: !filter.favourites })}
      >
        {t('gallery_favourites')}
      </Button>
      <FilterSelect
        label={t('gallery_service')}
        value={filter.service}
        options={service.map((name) => ({ value: name, label: providerName(name as never) }))}
        onChange={(value) => change({ service: value })}
      />
      <FilterSelect
        label={t('gallery_model')}
        value={filter.model}
        options={models.map((name) => ({ value: name, label: name }))}
        onChange={(value) => change({ model: value })}
      />
      <FilterSelect
        label={t('gallery_style')}
        value={filter.style}
        options={style.map((name) => ({ value: name, label: styleName(styleOfKey(name)) }))}
        onChange={(value) => change({ style: value })}
      />
      <FilterSelect
        label={t('gallery_shape')}
        value={filter.shape}
        options={SHAPES.map((name) => ({ value: name, label: t(`gallery_shape_${name}`) }))}
        onChange={(value) => change({ shape: value as Shape | undefined })}
      />
    </div>
  );
}
