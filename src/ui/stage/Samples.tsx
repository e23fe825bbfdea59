import { t } from '../page/extension.ts';
import { focusPrompt } from '../page/focus.ts';
import { usePopup } from './context.ts';
import './samples.css';

/** The sample pictures by file name, each with the locale key of its prompt. */
const SAMPLES = [
  ['fox-in-snow', 'popup_sample_fox'],
  ['mountain-lake', 'popup_sample_lake'],
  ['owl', 'popup_sample_owl'],
  ['lighthouse', 'popup_sample_lighthouse'],
] as const;

/** The stage before the first picture: sample prompts. Pressing one fills the prompt and starts nothing. */
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
