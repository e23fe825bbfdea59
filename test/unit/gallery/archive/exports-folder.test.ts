import { expect, test } from 'vitest';
import { removeExports } from '../../../../src/gallery/archive/exports-folder.ts';

const NOW = 1_700_000_000_000;
const MINUTE_MS = 60_000;

function folderOf(names: string[], stays: string[] = []) {
  const left = new Set(names);
  return {
    left,
    async *keys() {
      yield* [...left];
    },
    async removeEntry(name: string) {
      if (stays.includes(name)) throw new DOMException('in use', 'NoModificationAllowedError');
      left.delete(name);
    },
  };
}

test('takes away what is older, what has no time for a name, and what a wrong clock named', async () => {
  const young = `${NOW - 59 * MINUTE_MS}.zip`;
  const folder = folderOf([
    young,
    `${NOW - 61 * MINUTE_MS}.zip`,
    `${NOW + 100 * MINUTE_MS}.zip`,
    'another.zip',
  ]);
  await removeExports(NOW, 60 * MINUTE_MS, folder);
  expect([...folder.left]).toEqual([young]);
});

test('what cannot be taken away yet keeps nothing else', async () => {
  const folder = folderOf(['a.zip', 'b.zip'], ['a.zip']);
  await removeExports(NOW, MINUTE_MS, folder);
  expect([...folder.left]).toEqual(['a.zip']);
});
