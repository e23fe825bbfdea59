import { announcement } from './announcement.ts';

/**
 * What was just done, over the page instead of in it: nothing moves, and it is seen wherever the page is scrolled to. A
 * live region of its own, so that the progress is not read out once more when it goes.
 */
export function Toast() {
  return (
    <p role="status" class="toast">
      {announcement.value}
    </p>
  );
}
