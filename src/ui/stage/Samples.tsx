import { t } from '../page/extension.ts';
import { focusPrompt } from '../page/focus.ts';
import { usePopup } from './context.ts';
import './samples.css';

/** Pictures of the extension's own, by their file's name, with the key of the words for them. */
const SAMPLES = [
  ['fox-in-snow', 'popup_sample_fox'],
  ['mountain-lake', 'popup_sample_lake'],
  ['owl', 'popup_sample_owl'],
  ['lighthouse', 'popup_sample_lighthouse'],
] as const;

/** The stage before anything was made: words to begin with. They fill the prompt and start nothing. */
export function Samples() {
  const { keeper } = usePopup();
  function take(words: string) {
    keeper.change({ prompt: words });
    focusPrompt();
  }
  return (
    <div class="stage-fill samples">
      <h2>{t('popup_samples')}</h2>
      <ul class="sample-list">
        {SAMPLES.map(([name, words]) => (
          <li key={name}>
            <button type="button" class="sample" onClick={() => take(t(words))}>
              <img src={`/samples/${name}.svg`} alt="" />
              <span>{t(words)}</span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
