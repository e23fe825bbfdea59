import { describe, expect, test } from 'vitest';
import { dayWords, momentWords } from '../../../../src/ui/gallery/day-words.ts';

const at = (month: number, day: number, hour = 0, year = 2026) =>
  new Date(year, month - 1, day, hour).getTime();
const now = at(11, 22, 15);

describe('days in words', () => {
  test.each([
    [at(11, 22), 'en', 'Today'],
    [at(11, 21), 'en', 'Yesterday'],
    [at(11, 21), 'de', 'Gestern'],
    [at(11, 20), 'en', 'Friday, November 20'],
    [at(3, 1, 0, 2025), 'en', 'Saturday, March 1, 2025'],
    [at(11, 23), 'en', 'Monday, November 23'],
  ])('%s in %s: %s', (day, language, words) => {
    expect(dayWords(day, now, language)).toBe(words);
  });

  test('with the time', () => {
    const [day, time] = momentWords(at(11, 22, 14), now, 'en');
    expect(day).toBe('Today');
    expect(time).toMatch(/^2:00/);
  });
});
