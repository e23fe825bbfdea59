import { announcement } from '../page/announcement.ts';

/**
 * What was just done, for a moment in place of the header's name: nothing moves, and it is seen wherever the page is
 * scrolled to. A live region of its own, so that the progress is not read out once more when it goes.
 */
export function Toast() {
  return (
    <p role="status" class="toast">
      {announcement.value && <span>{announcement.value}</span>}
    </p>
  );
}
