import { PROMPT_SLOT } from '../../generation/style-presets.ts';
import type { Style } from '../../settings/index.ts';
import { IconButton } from '../components/IconButton.tsx';
import { openOptions, t } from '../page/extension.ts';
import { usePopup } from '../stage/context.ts';
import { styleName, styleSample } from '../words/style-name.ts';
import { bringsAlong } from './brings-along.ts';
import { saveAsStyle } from './save-as-style.ts';

const NONE: Style = { id: 'none', template: PROMPT_SLOT };

/** The styles with a sample each, and the text that the chosen one adds to the prompt. */
export function StyleChoice() {
  const { keeper, styles } = usePopup();
  const { style } = keeper.draft.value;
  const chosen = styles.value.find(({ id }) => id === style) ?? NONE;
  return (
    <>
      <div class="style-grid" role="radiogroup" aria-label={t('popup_style')} aria-describedby="style-adds">
        {[NONE, ...styles.value].map((one) => (
          <label class="style-choice" key={one.id}>
            <input
              type="radio"
              name="style"
              class="visually-hidden"
              value={one.id}
              checked={one.id === chosen.id}
              onChange={() => keeper.change({ style: one.id, ...bringsAlong(one) })}
            />
            <StyleSample style={one} />
            <bdi class="style-name">{styleName(one)}</bdi>
          </label>
        ))}
      </div>
      <div class="style-foot">
        <p class="popover-foot quiet" id="style-adds">
          {whatItAdds(chosen)}
        </p>
        <IconButton icon="plus" label={t('popup_save_as_style')} onClick={() => void saveDraft()} />
        <IconButton icon="pencil" label={t('popup_styles_edit')} onClick={() => void openOptions('styles')} />
      </div>
    </>
  );

  async function saveDraft() {
    await saveAsStyle(keeper.draft.value, styles.value);
  }
}

function StyleSample({ style }: { style: Style }) {
  const sample = styleSample(style.id);
  return sample ? (
    <img src={sample} alt="" />
  ) : (
    <span class="style-letter" aria-hidden="true">
      {[...styleName(style)][0]}
    </span>
  );
}

function whatItAdds({ template, negativePrompt }: Style): string {
  const words = template.startsWith(PROMPT_SLOT)
    ? template.slice(PROMPT_SLOT.length).replace(/^, /, '')
    : template;
  const added = [words, negativePrompt && t('popup_style_leaves_out', negativePrompt)]
    .filter(Boolean)
    .join(' · ');
  return added ? t('popup_style_adds', added) : t('popup_style_adds_nothing');
}
