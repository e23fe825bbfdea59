import { useSignal } from '@preact/signals';
import { useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import { t } from '../../page/extension.ts';
import { useGallery } from '../context.ts';
import { DayHeading } from './DayHeading.tsx';
import { Tile } from './Tile.tsx';
import { useInSight } from './use-in-sight.ts';
import { placeAfterKey } from './wall-keys.ts';
import { bandAt, dayOf, layOut, rowWith, visibleBands, WALL } from './wall-layout.ts';
import './wall.css';

const GAP = WALL.gap;

/** Every picture, newest first, in rows without cropping. Only what is visible, and one screen around it, is rendered. */
export function Wall() {
  const { model, view, actions } = useGallery();
  const box = useRef<HTMLDivElement>(null);
  const { width, top, height } = useInSight(box, model.filter.value);
  const stop = useSignal(view.returnTo.peek());
  /** The tile that gets the focus as soon as it is rendered. */
  const wanted = useRef<string | undefined>(undefined);
  const shown = model.shown.value;
  const layout = useMemo(() => layOut(shown.ratios(), shown.moments(), { width, ...WALL }), [shown, width]);
  const stopPlace = useMemo(() => Math.max(0, shown.placeOf(stop.value)), [shown, stop.value]);

  function goTo(place: number): void {
    const [entry, band] = [shown.at(place), bandAt(layout, rowWith(layout, place))];
    if (!entry || !band || !box.current) return;
    wanted.current = entry.id;
    stop.value = entry.id;
    if (band.top < box.current.scrollTop) box.current.scrollTop = band.top - GAP;
    const beyond = band.top + band.height + GAP - box.current.clientHeight;
    if (beyond > box.current.scrollTop) box.current.scrollTop = beyond;
    focusTile(box.current, entry.id);
  }
  function onKeyDown(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const rightToLeft = document.documentElement.dir === 'rtl';
    const place = placeAfterKey(event.key, stopPlace, layout, shown.length, rightToLeft);
    const current = shown.at(stopPlace);
    if (place !== undefined) goTo(place);
    else if (event.key === 'Delete' && current) {
      void actions.remove([current.id]);
      goTo(stopPlace + 1 < shown.length ? stopPlace + 1 : stopPlace - 1);
    } else return;
    event.preventDefault();
  }
  useLayoutEffect(() => {
    const { current } = box;
    current?.addEventListener('keydown', onKeyDown);
    return () => current?.removeEventListener('keydown', onKeyDown);
  });
  const press = (id: string, withShift: boolean) => {
    stop.value = id;
    if (view.chosen.value) view.choose(id, withShift);
    else view.openId.value = id;
  };
  // After a picture was closed, its tile gets the focus.
  useLayoutEffect(() => {
    if (width === 0) return;
    const place = shown.placeOf(view.returnTo.peek());
    view.returnTo.value = undefined;
    if (place >= 0) goTo(place);
  }, [width > 0]);
  // Focuses the tile that was scrolled to, or that lost the focus when a tile before it was removed.
  useLayoutEffect(() => {
    if (wanted.current && focusTile(box.current, wanted.current)) wanted.current = undefined;
  });

  return (
    <div ref={box} class="wall">
      <ul class="wall-list" aria-label={t('gallery_pictures')} style={{ blockSize: `${layout.height}px` }}>
        {visibleBands(layout, top - height, top + 2 * height).map((band) => {
          const place = { insetBlockStart: `${band.top}px`, blockSize: `${band.height}px` };
          if (band.kind === 'day')
            return (
              <li key={band.key} class="wall-band" style={place}>
                <DayHeading at={dayOf(layout.moments[band.startsAt] ?? 0)} count={band.count} />
              </li>
            );
          let start = 0;
          return shown.slice(band.startsAt, band.startsAt + band.count).map((entry, index) => {
            const inlineSize = (layout.ratios[band.startsAt + index] ?? 1) * band.height;
            const style = { ...place, insetInlineStart: `${start}px`, inlineSize: `${inlineSize}px` };
            start += inlineSize + GAP;
            return (
              <li
                key={entry.id}
                class="wall-band"
                style={style}
                aria-setsize={shown.length}
                aria-posinset={band.startsAt + index + 1}
              >
                <Tile
                  entry={entry}
                  chosen={view.chosen.value?.has(entry.id)}
                  tabbable={band.startsAt + index === stopPlace}
                  onPress={(withShift) => press(entry.id, withShift)}
                  onFocus={() => {
                    stop.value = entry.id;
                  }}
                />
              </li>
            );
          });
        })}
      </ul>
    </div>
  );
}

/** Gives the focus to a tile; false where the tile is not drawn. */
function focusTile(box: HTMLElement | null, id: string): boolean {
  const tile = box?.querySelector<HTMLElement>(`[data-picture="${CSS.escape(id)}"]`);
  tile?.focus({ preventScroll: true });
  return tile !== null && tile !== undefined;
}
