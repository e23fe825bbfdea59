import { useId, useMemo } from 'preact/hooks';
import { hasOwnUrl } from '../../../settings/usable-providers.ts';
import { ErrorText } from '../../page/ErrorText.tsx';
import { t } from '../../page/extension.ts';
import { useOptions } from '../../page/settings-context.ts';
import { useSave } from '../../page/use-save.ts';
import { OrderButtons } from '../fields/OrderButtons.tsx';
import { SavedMark } from '../fields/SavedMark.tsx';
import { inWantedOrder, moveBy } from '../reorder.ts';
import { Section } from '../Section.tsx';
import { createWantedOrder } from '../wanted-order.ts';
import './route-list.css';

/** The services Hugging Face can hand a prompt to, in the order they are tried. */
export function RouteSection() {
  const { settings, update } = useOptions();
  const routes = settings.value?.huggingface.routeOrder ?? [];
  const unused = settings.value !== undefined && hasOwnUrl(settings.value);
  const { error, state, save } = useSave();
  const id = useId();
  const wanted = useMemo(createWantedOrder, []);
  const shown = inWantedOrder(routes, wanted.ids.value, (route) => route);

  const move = (route: string, offset: -1 | 1) => {
    const routeOrder = moveBy(shown, route, offset);
    const said = t('options_moved', route, routeOrder.indexOf(route) + 1, routes.length);
    void wanted.want(routeOrder, () => save(() => update({ huggingface: { routeOrder } }), said));
  };

  return (
    <Section
      id="routes"
      title={t('options_routes')}
      lead={t(unused ? 'options_routes_unused' : 'options_routes_lead')}
      aside={<SavedMark state={state} />}
    >
      <ol class="rows" aria-label={t('options_routes')}>
        {shown.map((route, index) => (
          <li key={route} class="route">
            <span id={`${id}-${route}`}>
              <span class="route-place">{index + 1}</span> {route}
            </span>
            <OrderButtons
              describedBy={`${id}-${route}`}
              index={index}
              count={routes.length}
              onMove={(offset) => move(route, offset)}
            />
          </li>
        ))}
      </ol>
      {error && <ErrorText>{error}</ErrorText>}
    </Section>
  );
}
