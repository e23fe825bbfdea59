import { useId, useMemo } from 'preact/hooks';
import { t } from '../../page/extension.ts';
import { OrderButtons } from '../fields/OrderButtons.tsx';
import { SavedMark } from '../fields/SavedMark.tsx';
import { useOptions } from '../options-context.ts';
import { inOrder, moveBy } from '../reorder.ts';
import { useSave } from '../use-save.ts';
import { createWantedOrder } from '../wanted-order.ts';
import './route-list.css';

/** The services Hugging Face can hand a prompt to, in the order they are tried. */
export function RouteList({ routes, unused }: { routes: readonly string[]; unused: boolean }) {
  const { update } = useOptions();
  const { error, state, save } = useSave();
  const id = useId();
  const wanted = useMemo(createWantedOrder, []);
  const shown = inOrder(routes, wanted.ids.value, (route) => route);

  const move = (route: string, offset: -1 | 1) => {
    const routeOrder = moveBy(shown, route, offset);
    const said = t('options_moved', route, routeOrder.indexOf(route) + 1, routes.length);
    void wanted.want(routeOrder, () => save(() => update({ huggingface: { routeOrder } }), said));
  };

  return (
    <>
      <div class="list-top">
        <h3 id={id}>{t('options_routes')}</h3>
        <SavedMark state={state} />
      </div>
      <p class="quiet small">{t(unused ? 'options_routes_unused' : 'options_routes_lead')}</p>
      <ol class="routes" aria-labelledby={id}>
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
      {error && (
        <p class="error-text" role="alert">
          {error}
        </p>
      )}
    </>
  );
}
