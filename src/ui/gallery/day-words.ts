const DAY_MS = 86_400_000;

/** A day in the user's language: today and yesterday by name, a day of this year without the year. */
export function dayWords(at: number, now: number, language: string): string {
  const midnight = new Date(now).setHours(0, 0, 0, 0);
  // Rounded, since a day with a clock change has 23 or 25 hours.
  const ago = Math.round((midnight - at) / DAY_MS);
  if (ago === 0 || ago === 1) {
    const words = new Intl.RelativeTimeFormat(language, { numeric: 'auto' }).format(-ago, 'day');
    return words.charAt(0).toLocaleUpperCase(language) + words.slice(1);
  }
  const sameYear = new Date(at).getFullYear() === new Date(now).getFullYear();
  return new Intl.DateTimeFormat(language, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    ...(!sameYear && { year: 'numeric' }),
  }).format(at);
}

/** The moment a picture was made: its day and the time, for `common_moment`. */
export function momentWords(at: number, now: number, language: string): [day: string, time: string] {
  const day = dayWords(new Date(at).setHours(0, 0, 0, 0), now, language);
  return [day, new Intl.DateTimeFormat(language, { timeStyle: 'short' }).format(at)];
}
