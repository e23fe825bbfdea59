import { STYLE_PRESETS, STYLE_TEMPLATES } from '../../generation/style-presets.ts';
import type { StylePreset } from '../../generation/types.ts';
import { t } from '../page/extension.ts';
import { usePopup } from '../stage/context.ts';

export function StyleChips() {
  const { keeper } = usePopup();
  const { style } = keeper.draft.value;
  return (
    <fieldset class="styles" aria-describedby="style-adds">
      <legend class="field-label">{t('popup_style')}</legend>
      <div class="chips">
        {STYLE_PRESETS.map((preset) => (
          <label class="chip" key={preset}>
            <input
              type="radio"
              name="style"
              class="visually-hidden"
              value={preset}
              checked={preset === style}
              onChange={() => keeper.change({ style: preset })}
            />
            {t(`style_${preset}`)}
          </label>
        ))}
      </div>
      <p class="style-adds" id="style-adds">
        {whatItAdds(style)}
      </p>
    </fieldset>
  );
}

/** Nothing is appended in secret. */
function whatItAdds(style: StylePreset): string {
  const words = STYLE_TEMPLATES[style].replace('{prompt}', '').replace(/^, /, '');
  return words ? t('popup_style_adds', words) : t('popup_style_adds_nothing');
}
