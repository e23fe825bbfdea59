import { SIZE_LIMITS } from '../../generation/request.ts';
import { t } from '../page/extension.ts';
import { usePopup } from '../stage/context.ts';
import { OwnSize } from './OwnSize.tsx';
import { SHAPE_NAMES, SHAPES } from './shapes.ts';

/** The shapes, each drawn in its ratio, and last the user's own size. */
export function ShapeChoice() {
  const { keeper } = usePopup();
  const { shape } = keeper.draft.value;
  const choices = [...SHAPE_NAMES, 'own'] as const;
  return (
    <>
      <div class="shape-grid" role="radiogroup" aria-label={t('popup_size')}>
        {choices.map((name) => (
          <label class={`shape-choice shape-${name}`} key={name}>
            <input
              type="radio"
              name="shape"
              class="visually-hidden"
              value={name}
              aria-label={t(`popup_size_${name}`)}
              checked={name === shape}
              onChange={() => keeper.change({ shape: name })}
            />
            <i
              style={{ '--wide': name === 'own' ? '1.2' : `${SHAPES[name].width / SHAPES[name].height}` }}
              aria-hidden="true"
            />
            <span>{t(`popup_size_${name}`)}</span>
            <span class="quiet smaller">
              {name === 'own' ? t('popup_size_own_hint') : SHAPES[name].ratio}
            </span>
          </label>
        ))}
      </div>
      <OwnSize />
      <p class="popover-foot quiet">
        {t('popup_size_limits', SIZE_LIMITS.min, SIZE_LIMITS.max, SIZE_LIMITS.step)}
      </p>
    </>
  );
}
