import { useSignal } from '@preact/signals';
import { useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import type { Picture } from '../../../gallery/index.ts';
import { t } from '../../page/extension.ts';
import { useGallery } from '../context.ts';
import { DayHeading } from './DayHeading.tsx';
import { tileRatio } from './justified-rows.ts';
import { Tile } from './Tile.tsx';
import { useInSight } from './use-in-sight.ts';
import { placeAfterKey } from './wall-keys.ts';
import { layOut, visibleBands } from './wall-layout.ts';
import './wall.css';

const GAP = 8;
const HEIGHT = { wanted: 200, least: 170, most: 230 };

/** Every picture, newest first, in rows without cropping. Only what is visible, and one screen around it, is rendered. */
export function Wall() {
  const { model, view, actions } = useGallery();
  const box = useRef<HTMLDivElement>(null);
  const { width, top, height } = useInSight(box);
  const stop = useSignal(view.returnTo.peek());
  /** The tile that gets the focus as soon as it is rendered. */
  const wanted = useRef<string | undefined>(undefined);
  const shown = model.shown.value;
  const layout = useMemo(() => {
    const framed = shown.map((picture) => ({
      picture,
      createdAt: picture.createdAt,
      ratio: tileRatio(picture.width, picture.height),
    }));
    return layOut(framed, { width, gap: GAP, height: HEIGHT });
  }, [shown, width]);
  const stopPlace = Math.max(
    0,
    shown.findIndex(({ id }) => id === stop.value),
  );

  const bandOf = (place: number) =>
    layout.bands.find(
      (band) =>
        band.kind === 'row' && place >= band.startsAt && place < band.startsAt + band.row.items.length,
    );
  function goTo(place: number): void {
    const [picture, band] = [shown[place], bandOf(place)];
    if (!picture || !band || !box.current) return;
    wanted.current = picture.id;
    stop.value = picture.id;
    if (band.top < box.current.scrollTop) box.current.scrollTop = band.top - GAP;
    const beyond = band.top + band.height + GAP - box.current.clientHeight;
    if (beyond > box.current.scrollTop) box.current.scrollTop = beyond;
    focusTile(box.current, picture.id);
  }
  function onKeyDown(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const rightToLeft = document.documentElement.dir === 'rtl';
    const place = placeAfterKey(event.key, stopPlace, layout, shown.length, rightToLeft);
    const current = shown[stopPlace];
    if (place !== undefined) goTo(place);
    else if (event.key === 'Delete' && current) {
      void actions.remove([current]);
      goTo(stopPlace + 1 < shown.length ? stopPlace + 1 : stopPlace - 1);
    } else return;
    event.preventDefault();
  }
  useLayoutEffect(() => {
    const { current } = box;
    current?.addEventListener('keydown', onKeyDown);
    return () => current?.removeEventListener('keydown', onKeyDown);
  });
  const press = (picture: Picture, withShift: boolean) => {
    stop.value = picture.id;
    if (view.chosen.value) view.choose(picture.id, withShift);
    else view.openId.value = picture.id;
  };
  // After a picture was closed, its tile gets the focus.
  useLayoutEffect(() => {
    if (width === 0) return;
    const place = shown.findIndex(({ id }) => id === view.returnTo.peek());
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
                <DayHeading at={band.day.at} count={band.day.items.length} />
              </li>
            );
          let start = 0;
          return band.row.items.map(({ picture, ratio }, index) => {
            const inlineSize = ratio * band.height;
            const style = { ...place, insetInlineStart: `${start}px`, inlineSize: `${inlineSize}px` };
            start += inlineSize + GAP;
            return (
              <li
                key={picture.id}
                class="wall-band"
                style={style}
                aria-setsize={shown.length}
                aria-posinset={band.startsAt + index + 1}
              >
                <Tile
                  picture={picture}
                  chosen={view.chosen.value?.has(picture.id)}
                  tabbable={band.startsAt + index === stopPlace}
                  onPress={(withShift) => press(picture, withShift)}
                  onFocus={() => {
                    stop.value = picture.id;
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

/** Whether the tile is drawn and has the focus now. */
function focusTile(box: HTMLElement | null, id: string): boolean {
  const tile = box?.querySelector<HTMLElement>(`[data-picture="${CSS.escape(id)}"]`);
  tile?.focus({ preventScroll: true });
  return tile !== null && tile !== undefined;
}
