import { Button } from '../components/Button.tsx';
import { t } from '../page/extension.ts';
import { usePopup } from '../stage/context.ts';

/** *Generate*, which can be pressed while a picture is made. *Cancel* is on the stage, with its picture. */
export function SubmitRow() {
  const { keeper, starting, unconnected, generateDraft } = usePopup();
  const { pictures } = keeper.draft.value;
  return (
    <div class="composer-row">
      <Button
        big
        variant={unconnected.value ? 'plain' : 'primary'}
        aria-disabled={starting.value}
        aria-keyshortcuts="Control+Enter Meta+Enter"
        onClick={() => void generateDraft()}
      >
        {pictures > 1 ? t('popup_generate_several', pictures) : t('popup_generate')}
      </Button>
    </div>
  );
}
