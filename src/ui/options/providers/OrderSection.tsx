import { useId } from 'preact/hooks';
import type { ProviderName } from '../../../generation/index.ts';
import { t } from '../../page/extension.ts';
import { say } from '../../page/sentence.ts';
import { useOptions } from '../options-context.ts';
import { Section } from '../Section.tsx';
import { useSave } from '../use-save.ts';
import './order-section.css';
import { orderSentence } from './order-sentence.ts';

const ORDERS: readonly ProviderName[] = ['huggingface', 'puter'];

/** Which of the two plays the lead. */
export function OrderSection() {
  const { settings, update } = useOptions();
  const { error, save } = useSave();
  const name = useId();
  const view = settings.value;
  if (!view) return null;
  const outcome = orderSentence(view);
  return (
    <Section id="order" title={t('options_title_order')} lead={t('options_order_lead')}>
      <div class="group">
        <fieldset class="orders">
          <legend class="visually-hidden">{t('options_title_order')}</legend>
          {ORDERS.map((primary) => (
            <label key={primary} class="order">
              <input
                type="radio"
                name={name}
                checked={view.primary === primary}
                onChange={() => void save(() => update({ primary }))}
              />
              <span>
                {t(`options_order_${primary}`)}
                <span class="order-then">{t(`options_order_${primary}_then`)}</span>
              </span>
            </label>
          ))}
        </fieldset>
        {error && (
          <p class="error-text" role="alert">
            {error}
          </p>
        )}
        <p class="quiet small">{say(outcome)}</p>
      </div>
    </Section>
  );
}
