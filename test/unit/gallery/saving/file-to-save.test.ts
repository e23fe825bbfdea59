import { describe, expect, test } from 'vitest';
import { readMetadata } from '../../../../src/gallery/metadata/read-metadata.ts';
import { fileToSave, type SavingSettings } from '../../../../src/gallery/saving/file-to-save.ts';
import { samplePicture } from '../../jobs/sample-job.ts';
import { tinyJpeg, tinyPng, tinyWebp } from '../metadata/tiny-files.ts';

const settings: SavingSettings = { metadata: 'all', fileType: 'kept', fileName: '{prompt}' };
const request = { prompt: 'a red fox\nin the snow', style: 'none' as const, seed: 7 };
const picture = samplePicture({ request, warnings: [], model: 'acme/one' });
const stored = { picture, blob: new Blob([tinyPng()], { type: 'image/png' }) };
const read = async (blob: Blob) => readMetadata(new Uint8Array(await blob.arrayBuffer()));

describe('the file that a picture is saved as', () => {
  test('says how it was made, and is called by the pattern', async () => {
    const { name, blob, keptType } = await fileToSave(stored, settings);
    expect([name, blob.type, keptType]).toEqual(['a red fox in the snow.png', 'image/png', false]);
    expect(await read(blob)).toMatchObject({ tool: 'understudy', prompt: request.prompt, seed: 7 });
  });

  // Other tools lose what a picture was made with as soon as it is converted.
  test.each([
    ['jpeg', tinyJpeg(), 'jpg'],
    ['webp', tinyWebp(), 'webp'],
  ] as const)('as %s it says the same', async (fileType, bytes, ending) => {
    const convert = async (_: Blob, type: string) => new Blob([bytes], { type });
    const { name, blob } = await fileToSave(stored, { ...settings, fileType }, convert);
    expect([name, blob.type]).toEqual([`a red fox in the snow.${ending}`, `image/${fileType}`]);
    expect(await read(blob)).toMatchObject({ tool: 'understudy', prompt: request.prompt, seed: 7 });
  });

  test('keeps its type where the browser cannot write the other one, and says so', async () => {
    const file = await fileToSave(stored, { ...settings, fileType: 'webp' }, async () => undefined);
    expect([file.name, file.blob.type, file.keptType]).toEqual([
      'a red fox in the snow.png',
      'image/png',
      true,
    ]);
  });

  test('is called by what the bytes are, whatever the record says', async () => {
    const jpeg = { picture, blob: new Blob([tinyJpeg()], { type: 'image/png' }) };
    expect((await fileToSave(jpeg, settings)).name).toBe('a red fox in the snow.jpg');
  });

  test('says nothing of the words where none are wanted, also those that a service wrote into it', async () => {
    for (const bytes of [
      tinyPng({ parameters: 'a red fox', prompt: '{"1":"a red fox"}', Comment: 'a red fox' }, 'iTXt'),
      tinyJpeg(undefined, 'a red fox'),
    ]) {
      for (const metadata of ['no-words', 'mark'] as const) {
        const { blob } = await fileToSave({ picture, blob: new Blob([bytes]) }, { ...settings, metadata });
        expect(Buffer.from(await blob.arrayBuffer()).toString('latin1')).not.toContain('fox');
        expect(await blob.text()).toContain('trainedAlgorithmicMedia');
      }
    }
  });
});
