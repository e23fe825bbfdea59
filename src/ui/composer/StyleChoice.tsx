import { STYLE_PRESETS, STYLE_TEMPLATES } from '../../generation/style-presets.ts';
import type { StylePreset } from '../../generation/types.ts';
import { t } from '../page/extension.ts';
import { usePopup } from '../stage/context.ts';

/** The styles with a sample each, and the text that the chosen one adds to the prompt. */
export function StyleChoice() {
  const { keeper } = usePopup();
  const { style } = keeper.draft.value;
  return (
    <>
      <div class="style-grid" role="radiogroup" aria-label={t('popup_style')} aria-describedby="style-adds">
        {STYLE_PRESETS.map((preset) => (
          <label class="style-choice" key={preset}>
            <input
              type="radio"
              name="style"
              class="visually-hidden"
              value={preset}
              checked={preset === style}
              onChange={() => keeper.change({ style: preset })}
            />
            <img src={`/samples/style-${preset.replaceAll('-', '_')}.svg`} alt="" />
            <span>{t(`style_${preset}`)}</span>
          </label>
        ))}
      </div>
      <p class="popover-foot quiet" id="style-adds">
        {whatItAdds(style)}
      </p>
    </>
  );
}

function whatItAdds(style: StylePreset): string {
  const words = STYLE_TEMPLATES[style].replace('{prompt}', '').replace(/^, /, '');
  return words ? t('popup_style_adds', words) : t('popup_style_adds_nothing');
}
