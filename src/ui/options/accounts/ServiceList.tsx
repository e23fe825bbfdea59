import { useId, useMemo } from 'preact/hooks';
import type { ProviderName } from '../../../generation/index.ts';
import { providersInOrder } from '../../../settings/usable-providers.ts';
import { Letter } from '../../components/index.ts';
import { ErrorText } from '../../page/ErrorText.tsx';
import { t } from '../../page/extension.ts';
import { say } from '../../page/sentence.ts';
import { useOptions } from '../../page/settings-context.ts';
import { useSave } from '../../page/use-save.ts';
import { providerName } from '../../words/provider-name.ts';
import { OrderButtons } from '../fields/OrderButtons.tsx';
import { SavedSwitch } from '../fields/SavedSwitch.tsx';
import { inWantedOrder, moveBy } from '../reorder.ts';
import { Section } from '../Section.tsx';
import { createWantedOrder } from '../wanted-order.ts';
import { orderSentence } from './order-sentence.ts';
import './service-list.css';

/** The order in which the services are asked, with a switch for each. */
export function ServiceList() {
  const { settings, update } = useOptions();
  const { error, save } = useSave();
  const wanted = useMemo(createWantedOrder, []);
  const view = settings.value;
  if (!view) return null;
  const shown = inWantedOrder(providersInOrder(view), wanted.ids.value, (name) => name);

  const move = (name: ProviderName, offset: -1 | 1) => {
    const next = moveBy(shown, name, offset) as ProviderName[];
    const [primary = name] = next;
    const said = t('options_moved', providerName(name), next.indexOf(name) + 1, next.length);
    void wanted.want(next, () => save(() => update({ primary }), said));
  };

  return (
    <Section id="order" title={t('options_title_order')} lead={t('options_order_lead')}>
      <ol class="rows" aria-label={t('options_services')}>
        {shown.map((name, index) => (
          <Service
            key={name}
            name={name}
            index={index}
            count={shown.length}
            enabled={view[name].enabled}
            onMove={(offset) => move(name, offset)}
            onEnable={(enabled) => update({ [name]: { enabled } })}
          />
        ))}
      </ol>
      {error && <ErrorText>{error}</ErrorText>}
      <p class="section-lead">{say(orderSentence(view))}</p>
    </Section>
  );
}

interface ServiceProps {
  name: ProviderName;
  index: number;
  count: number;
  enabled: boolean;
  onMove: (offset: -1 | 1) => void;
  onEnable: Parameters<typeof SavedSwitch>[0]['onSave'];
}

function Service({ name, index, count, enabled, ...on }: ServiceProps) {
  const id = useId();
  const title = providerName(name);
  return (
    <li class="service" aria-labelledby={id}>
      <span class="service-rank" aria-hidden="true">
        {index + 1}
      </span>
      <Letter name={title} />
      <div class="service-words">
        <p class="service-name" id={id}>
          <bdi>{title}</bdi>
        </p>
        <p class="service-place">{t(placeKey(index, enabled))}</p>
      </div>
      <OrderButtons describedBy={id} index={index} count={count} onMove={on.onMove} />
      <SavedSwitch label={t('source_enabled')} hideLabel checked={enabled} onSave={on.onEnable} />
    </li>
  );
}

function placeKey(index: number, enabled: boolean): string {
  if (!enabled) return 'options_service_off';
  return index === 0 ? 'options_service_first' : 'options_service_next';
}
