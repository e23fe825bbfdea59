import { IconButton } from '../components/IconButton.tsx';
import { TextField } from '../components/TextField.tsx';
import { t } from '../page/extension.ts';
import { problemText } from '../page/problem-text.ts';
import { usePopup } from '../stage/context.ts';
import { sizeOf } from './draft.ts';
import { useRefused } from './use-refused.ts';

/** Width and height in pixels. Typing one of them selects the user's own size. */
export function OwnSize() {
  const { keeper, forgetProblem } = usePopup();
  const draft = keeper.draft.value;
  const { field, code } = useRefused<HTMLInputElement>('SIZE_INVALID');
  const shown = draft.shape === 'own' ? draft : asText(sizeOf(draft));

  function write(patch: { width?: string; height?: string }) {
    if (code) forgetProblem();
    keeper.change({ shape: 'own', width: shown.width, height: shown.height, ...patch });
  }

  return (
    <div class="own-size">
      <TextField
        ref={field}
        label={t('popup_width')}
        inputMode="numeric"
        {...(code && { error: problemText({ code }) })}
        value={shown.width}
        onInput={(width) => write({ width })}
      />
      <TextField
        label={t('popup_height')}
        inputMode="numeric"
        value={shown.height}
        onInput={(height) => write({ height })}
      />
      <IconButton
        icon="swap"
        label={t('popup_turn_round')}
        onClick={() => write({ width: shown.height, height: shown.width })}
      />
    </div>
  );
}

const asText = ({ width, height }: { width: number; height: number }) => ({
  width: String(width),
  height: String(height),
});
