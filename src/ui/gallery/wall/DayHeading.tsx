import { countOf, uiLanguage } from '../../page/extension.ts';
import { dayWords } from '../day-words.ts';

/** The day that the pictures below were made on, and how many there are. */
export function DayHeading({ at, count }: { at: number; count: number }) {
  return (
    <h2 class="day-heading">
      {dayWords(at, Date.now(), uiLanguage())}
      <span class="day-count">{countOf('gallery_count', count)}</span>
    </h2>
  );
}
