import { MAX_SELECTION } from '../../generation/request.ts';
import { IconButton } from '../components/IconButton.tsx';
import { t } from '../page/extension.ts';
import { focusPrompt } from '../page/focus.ts';
import { usePopup } from '../stage/context.ts';
import { NO_QUOTE } from './quote.ts';
import './quote.css';

/** The text that was selected on a page: part of what is sent, until it is taken away. */
export function Quote() {
  const { keeper } = usePopup();
  const { quote, quoteShortened } = keeper.draft.value;
  if (quote === '') return null;
  return (
    <div class="quote">
      <blockquote class="quote-words" dir="auto" aria-label={t('popup_quote')} title={quote}>
        {quote}
      </blockquote>
      <IconButton
        icon="close"
        label={t('popup_quote_remove')}
        onClick={() => {
          keeper.change(NO_QUOTE);
          focusPrompt();
        }}
      />
      {quoteShortened && <p class="quote-shortened">{t('common_shortened', MAX_SELECTION)}</p>}
    </div>
  );
}
