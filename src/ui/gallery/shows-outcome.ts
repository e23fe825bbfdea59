import type { Showing } from '../../messages/index.ts';
import type { GalleryView } from './gallery-view.ts';

/**
 * Whether the gallery shows how this job ended. It has pictures alone: a failure is never seen there, and of pictures the open
 * one, or while none is open those whose tile is in sight.
 */
export function showsOutcome(
  { jobId, status }: Showing,
  view: Pick<GalleryView, 'openId' | 'comparing'>,
  isInSight: (id: string) => boolean,
): boolean {
  if (status !== 'succeeded' || view.comparing.value) return false;
  return view.openId.value === undefined ? isInSight(jobId) : view.openId.value === jobId;
}

/** Whether any of a picture's tile is in the window. */
export function tileInSight(id: string): boolean {
  const box = document.querySelector(`[data-picture="${CSS.escape(id)}"]`)?.getBoundingClientRect();
  return box !== undefined && box.height > 0 && box.bottom > 0 && box.top < innerHeight;
}
