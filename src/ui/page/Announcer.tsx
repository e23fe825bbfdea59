import { useOptions } from './settings-context.ts';

/** A live region that tells screen readers what just happened: saved, moved, removed. */
export function Announcer() {
  const { text, count } = useOptions().announcement.value;
  return (
    <div class="visually-hidden" aria-live="polite" data-announcer>
      <p key={count}>{text}</p>
    </div>
  );
}
