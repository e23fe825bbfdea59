const SECOND = 1000;

/** Time left or passed as a clock shows it: `0:42`, `12:05`, `1:02:03`. Milliseconds; below zero is zero. */
export function asClock(ms: number): string {
  const total = Math.max(0, Math.floor(ms / SECOND));
  const hours = Math.floor(total / 3600);
  const minutes = Math.floor(total / 60) % 60;
  const seconds = String(total % 60).padStart(2, '0');
  return hours > 0 ? `${hours}:${String(minutes).padStart(2, '0')}:${seconds}` : `${minutes}:${seconds}`;
}

/** Time left, rounded up, so that `0:00` is shown only when nothing is left. */
export function asCountdown(ms: number): string {
  return asClock(Math.ceil(ms / SECOND) * SECOND);
}

/** How long something took, in the words of the language: `1.2 sec`, `42 sec`; from ten seconds on without tenths. */
export function asSeconds(ms: number, language: string): string {
  const seconds = Math.max(0, ms / SECOND);
  return new Intl.NumberFormat(language, {
    style: 'unit',
    unit: 'second',
    unitDisplay: 'short',
    maximumFractionDigits: seconds < 10 ? 1 : 0,
  }).format(seconds);
}
