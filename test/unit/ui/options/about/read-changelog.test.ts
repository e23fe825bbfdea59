import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { readChangelog } from '../../../../../src/ui/options/about/read-changelog.ts';

test('each version with its points, whole and without marks', () => {
  const text =
    '# Changelog\n\nNewest first.\n\n## 0.2.0\n\n- *Save*\n  and `more`.\n- Two.\n\n## 0.1.0\n\nThe first.\n\n- One.\n';
  expect(readChangelog(text)).toEqual([
    { version: '0.2.0', points: ['Save and more.', 'Two.'] },
    { version: '0.1.0', points: ['One.'] },
  ]);
});

test('our own can be read', async () => {
  const [newest] = readChangelog(await readFile('CHANGELOG.md', 'utf8'));
  expect(newest?.points.length).toBeGreaterThan(5);
});

test.each(['', 'no releases', '##'])('%j has none', (text) => expect(readChangelog(text)).toEqual([]));
