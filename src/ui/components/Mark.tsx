import './mark.css';

/** Understudy's logo: one picture behind another. */
export function Mark() {
  return (
    <svg class="mark" width="22" height="22" viewBox="0 0 24 24" aria-hidden="true">
      <rect class="mark-behind" x="8" y="3" width="13" height="13" rx="3" />
      <rect class="mark-front" x="3" y="8" width="13" height="13" rx="3" />
      <path class="mark-hill" d="M4.5 19.5 8.5 14l2.5 3 1.5-1.6 2.5 4.1Z" />
    </svg>
  );
}
