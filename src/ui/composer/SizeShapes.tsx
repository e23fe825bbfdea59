import { t } from '../page/extension.ts';
import { usePopup } from '../stage/context.ts';
import { SHAPE_NAMES, SHAPES } from './shapes.ts';

/** The longer side of a drawn shape, in CSS pixels. */
const DRAWN = 26;

export function SizeShapes() {
  const { keeper } = usePopup();
  return (
    <fieldset class="shapes">
      <legend class="field-label">{t('popup_size')}</legend>
      <div class="shape-row">
        {SHAPE_NAMES.map((shape) => {
          const { width, height } = SHAPES[shape];
          const scale = DRAWN / Math.max(width, height);
          return (
            <label class="shape" key={shape}>
              <input
                type="radio"
                name="shape"
                class="visually-hidden"
                value={shape}
                checked={shape === keeper.draft.value.shape}
                onChange={() => keeper.change({ shape })}
              />
              <svg
                width={DRAWN + 2}
                height={DRAWN + 2}
                viewBox={`-1 -1 ${DRAWN + 2} ${DRAWN + 2}`}
                aria-hidden="true"
              >
                <rect
                  x={(DRAWN - width * scale) / 2}
                  y={(DRAWN - height * scale) / 2}
                  width={width * scale}
                  height={height * scale}
                  rx="2"
                />
              </svg>
              <span>{t(`popup_size_${shape}`)}</span>
              <span class="shape-pixels">{t('popup_size_pixels', width, height)}</span>
            </label>
          );
        })}
      </div>
    </fieldset>
  );
}
