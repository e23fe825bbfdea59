import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fileName, parsePicture } from '../../../../src/gallery/index.ts';
import { dayWords, momentWords } from '../../../../src/ui/gallery/day-words.ts';
import { NO_PICTURES, withRecords } from '../../../../src/ui/gallery/list/picture-columns.ts';
import { listOf } from '../../../../src/ui/gallery/list/picture-list.ts';
import { dayOf, layOut } from '../../../../src/ui/gallery/wall/wall-layout.ts';
import { samplePicture } from '../../jobs/sample-job.ts';

const DAY_MS = 86_400_000;
const edge = fc.integer({ min: -3 * DAY_MS, max: 3 * DAY_MS });
const number = fc.oneof(
  fc.double(),
  fc.integer(),
  edge.map((off) => 8.64e15 + off),
  edge.map((off) => -8.64e15 + off),
);

test('whatever numbers a record has, the wall hangs it or it counts as unreadable', () => {
  fc.assert(
    fc.property(number, number, number, number, (createdAt, width, height, byteLength) => {
      const picture = parsePicture({ ...samplePicture(), createdAt, width, height, byteLength });
      if (!picture) return;
      const list = listOf(withRecords(NO_PICTURES, [picture]));
      const layout = layOut(list.ratios(), list.moments(), {
        width: 900,
        gap: 8,
        height: { wanted: 200, least: 170, most: 230 },
      });
      expect(layout.height).toBeGreaterThan(0);
      expect(layout.height).toBeLessThan(2_000);
      expect(dayWords(dayOf(picture.createdAt), 0, 'en')).not.toBe('');
      expect(momentWords(picture.createdAt, 0, 'en')).not.toContain('');
      expect(fileName('{date}', picture, 'image/png')).not.toContain('NaN');
    }),
    { numRuns: 500 },
  );
});
