import './ring.css';

/** Progress from 0 to 1 as a ring of 36 pixels; undefined while waiting. Hidden from screen readers. */
export function Ring({ share }: { share?: number | undefined }) {
  return (
    <svg class={share === undefined ? 'ring ring-waiting' : 'ring'} viewBox="0 0 36 36" aria-hidden="true">
      <circle class="ring-way" cx="18" cy="18" r="16" />
      {share !== undefined && (
        <circle
          class="ring-done"
          cx="18"
          cy="18"
          r="16"
          pathLength="100"
          stroke-dasharray={`${Math.round(Math.min(1, Math.max(0, share)) * 100)} 100`}
        />
      )}
    </svg>
  );
}
