import { Button } from '../components/Button.tsx';
import { useLater } from '../components/later.tsx';
import { t } from '../page/extension.ts';
import { usePopup } from '../stage/context.ts';

/** Loaded after the first frame: the price comes from the service, so it is never known by then. */
const priceWords = () => import('./price-words.ts');

/** *Generate*, which can be pressed while a picture is made. *Cancel* is on the stage, with its picture. */
export function SubmitRow() {
  const popup = usePopup();
  const { keeper, starting, unconnected, generateDraft } = popup;
  const { pictures } = keeper.draft.value;
  const price = useLater(priceWords)?.pressPrice(popup);
  const about = price === undefined ? undefined : t('popup_price_about', price);
  const name = pictures > 1 ? t('popup_generate_several', pictures) : t('popup_generate');
  return (
    <div class="composer-row">
      <Button
        big
        variant={unconnected.value ? 'plain' : 'primary'}
        aria-disabled={starting.value}
        aria-label={name}
        {...(about && { 'aria-description': about })}
        aria-keyshortcuts="Control+Enter Meta+Enter"
        onClick={() => void generateDraft()}
      >
        {name}
        {/* The accessible name says what the button does. The price is its description, drawn by CSS, so
            that it is no part of its text. */}
        {about && <span class="submit-price" data-price={about} />}
      </Button>
    </div>
  );
}
