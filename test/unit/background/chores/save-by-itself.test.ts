import { expect, test } from 'vitest';
import { saveByItself } from '../../../../src/background/chores/save-by-itself.ts';
import { tinyPng } from '../../gallery/metadata/tiny-files.ts';
import { samplePicture } from '../../jobs/sample-job.ts';
import { storeBench } from '../../settings/store-bench.ts';

const stored = { picture: samplePicture(), blob: new Blob([tinyPng()], { type: 'image/png' }) };

async function saved(pictures: object, saveFile?: () => Promise<void>) {
  const { store } = storeBench();
  await store.update({ pictures });
  const state = { files: [] as { path: string; url: string }[], couldNot: 0 };
  await saveByItself(stored, {
    settings: store,
    async saveFile(file) {
      await saveFile?.();
      state.files.push({ path: file.path, url: await file.dataUrl() });
    },
    async couldNot() {
      state.couldNot += 1;
    },
  });
  return state;
}

test('nothing is saved unless the user wants it', async () => {
  expect(await saved({})).toEqual({ files: [], couldNot: 0 });
});

test('into the folder, under the name by the pattern, with how it was made in it', async () => {
  const { files } = await saved({ savesItself: true, folder: 'Understudy', fileName: '{prompt}' });
  expect(files.map(({ path }) => path)).toEqual(['Understudy/a red fox.png']);
  expect(Buffer.from(files[0]?.url.split(',')[1] ?? '', 'base64').toString('latin1')).toContain('parameters');
});

test('what cannot be saved is noted, and costs nothing else', async () => {
  const { couldNot } = await saved({ savesItself: true }, () => Promise.reject(new Error('not allowed')));
  expect(couldNot).toBe(1);
});
