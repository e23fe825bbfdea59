import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parametersOf, parseParameters } from '../../../../src/gallery/metadata/parameters.ts';
import { pngChunks, pngTexts } from '../../../../src/gallery/metadata/png.ts';
import { readMetadata } from '../../../../src/gallery/metadata/read-metadata.ts';
import { exifWithComment } from '../../../../src/gallery/metadata/write-exif.ts';
import { withMetadata } from '../../../../src/gallery/metadata/write-metadata.ts';
import { sentWords } from '../../../../src/generation/index.ts';
import { sniffImageType } from '../../../../src/web/image-type.ts';
import { samplePicture } from '../../jobs/sample-job.ts';
import { exifWithTag, tinyJpeg, tinyPng, tinyWebp } from './tiny-files.ts';

const A1111 = `a red fox, (snow:1.2), <lora:winter:0.8>
masterpiece
Negative prompt: blurry, low quality
watermark
Steps: 20, Sampler: Euler a, CFG scale: 7, Seed: 965400086, Size: 512x768, Model hash: 3eddf31755, Model: revAnimated_v122, Lora hashes: "winter: e3b0c442, other: 8c6dd764", Version: v1.10.1`;
const FOX = {
  tool: 'a1111',
  prompt: 'a red fox, (snow:1.2), <lora:winter:0.8>\nmasterpiece',
  negativePrompt: 'blurry, low quality\nwatermark',
  seed: 965400086,
  width: 512,
  height: 768,
  model: 'revAnimated_v122',
};
const COMFY = {
  '3': {
    class_type: 'KSampler',
    inputs: { seed: 42, positive: ['6', 0], negative: ['7', 0], latent_image: ['5', 0], model: ['4', 0] },
  },
  '4': { class_type: 'CheckpointLoaderSimple', inputs: { ckpt_name: 'fox.safetensors' } },
  '5': { class_type: 'EmptyLatentImage', inputs: { width: 640, height: 480, batch_size: 1 } },
  '6': { class_type: 'CLIPTextEncode', inputs: { text: ['8', 0], clip: ['4', 1] } },
  '7': { class_type: 'CLIPTextEncode', inputs: { text: 'blurry', clip: ['4', 1] } },
  '8': { class_type: 'PrimitiveString', inputs: { value: 'a red fox' } },
};
const FLUX_COMFY = {
  '6': { class_type: 'CLIPTextEncode', inputs: { text: 'a red fox' } },
  '13': { class_type: 'SamplerCustomAdvanced', inputs: { noise: ['25', 0], guider: ['22', 0] } },
  '22': { class_type: 'BasicGuider', inputs: { conditioning: ['26', 0] }, is_changed: 'NaN' },
  '25': { class_type: 'RandomNoise', inputs: { noise_seed: 7 } },
  '26': { class_type: 'FluxGuidance', inputs: { guidance: 3.5, conditioning: ['6', 0] } },
};

describe('what other tools wrote', () => {
  test.each([
    ['A1111 and Forge, PNG', tinyPng({ parameters: A1111 })],
    ['A1111, with letters beyond Latin-1', tinyPng({ parameters: A1111 }, 'iTXt')],
    ['packed', tinyPng({ parameters: A1111 }, 'zTXt')],
    ['packed, international', tinyPng({ parameters: A1111 }, 'iTXt-z')],
    ['A1111, JPEG', tinyJpeg(Buffer.from(exifWithComment(A1111)))],
    ['A1111, WebP', tinyWebp(Buffer.from(exifWithComment(A1111)))],
  ])('%s', async (_, file) => {
    expect(await readMetadata(file)).toEqual(FOX);
  });

  const utf16 = (text: string, little: boolean) => {
    const bytes = Buffer.from(text, 'utf16le');
    return little ? bytes : bytes.swap16();
  };
  test.each([
    ['UTF-16 in the other byte order than the file', utf16(A1111, true)],
    ['UTF-16 with a byte order mark', utf16(`\uFEFF${A1111}`, true)],
    ['UTF-8 behind the name of UTF-16', Buffer.from(A1111)],
  ])('a user comment in %s', async (_, words) => {
    const comment = Buffer.concat([Buffer.from('UNICODE\0'), words]);
    const exif = Buffer.from(exifWithComment('x'.repeat(Math.ceil((comment.length - 8) / 2))));
    comment.copy(exif, exif.length - 2 * Math.ceil((comment.length - 8) / 2) - 8);
    expect(await readMetadata(tinyJpeg(exif))).toEqual(FOX);
  });

  test('a user comment in letters without zeros, by its byte order mark', async () => {
    const text = `${'狐'.repeat(40)}\nNegative prompt: 霧`;
    const comment = Buffer.concat([Buffer.from('UNICODE\0'), utf16(`\uFEFF${text}`, true)]);
    const exif = Buffer.from(exifWithComment('x'.repeat((comment.length - 8) / 2)));
    comment.copy(exif, exif.length - comment.length);
    expect(await readMetadata(tinyJpeg(exif))).toMatchObject({
      prompt: '狐'.repeat(40),
      negativePrompt: '霧',
    });
  });

  test.each<[string, Uint8Array<ArrayBuffer>, object]>([
    [
      'InvokeAI 3 and later',
      tinyPng({
        invokeai_metadata: JSON.stringify({
          positive_prompt: 'a red fox',
          negative_prompt: 'blurry',
          seed: 7,
          width: 512,
          height: 512,
          model: { key: 'x', name: 'SDXL' },
        }),
      }),
      {
        tool: 'invokeai',
        prompt: 'a red fox',
        negativePrompt: 'blurry',
        seed: 7,
        width: 512,
        height: 512,
        model: 'SDXL',
      },
    ],
    [
      'InvokeAI 2',
      tinyPng({
        'sd-metadata': JSON.stringify({
          model_weights: 'sd-1.5',
          image: { prompt: [{ prompt: 'a red fox', weight: 1 }], seed: 7, width: 512, height: 512 },
        }),
      }),
      { tool: 'invokeai', prompt: 'a red fox', seed: 7, width: 512, height: 512, model: 'sd-1.5' },
    ],
    [
      'SwarmUI',
      tinyPng({
        parameters: JSON.stringify({
          sui_image_params: {
            prompt: 'a red fox',
            negativeprompt: 'blurry',
            seed: 7,
            width: 512,
            height: 512,
            model: 'flux',
          },
        }),
      }),
      {
        tool: 'swarmui',
        prompt: 'a red fox',
        negativePrompt: 'blurry',
        seed: 7,
        width: 512,
        height: 512,
        model: 'flux',
      },
    ],
    [
      'ComfyUI',
      tinyPng({ prompt: JSON.stringify(COMFY), workflow: '{}' }),
      {
        tool: 'comfyui',
        prompt: 'a red fox',
        negativePrompt: 'blurry',
        seed: 42,
        width: 640,
        height: 480,
        model: 'fox.safetensors',
      },
    ],
    [
      'ComfyUI with a guider, and NaN in its JSON',
      tinyPng({ prompt: JSON.stringify(FLUX_COMFY).replace('"NaN"', '[NaN]') }),
      { tool: 'comfyui', prompt: 'a red fox', seed: 7 },
    ],
    [
      'ComfyUI, WebP',
      tinyWebp(exifWithTag(0x0110, `prompt:${JSON.stringify(COMFY)}`)),
      expect.objectContaining({ tool: 'comfyui', prompt: 'a red fox', seed: 42 }),
    ],
  ])('%s', async (_, file, expected) => {
    expect(await readMetadata(file)).toEqual(expected);
  });

  test('parameters that say nothing do not hide the graph beside them', async () => {
    const file = tinyPng({ parameters: ' ', prompt: JSON.stringify(COMFY) });
    expect(await readMetadata(file)).toMatchObject({ tool: 'comfyui', prompt: 'a red fox' });
  });

  test('a last line with fewer than three fields is part of the prompt', () => {
    expect(parseParameters('a fox\nwith: love')).toEqual({ tool: 'a1111', prompt: 'a fox\nwith: love' });
  });

  test('a random seed is none, and a graph that leads in a circle ends', async () => {
    expect(parseParameters('fox\nSteps: 1, Seed: -1, Size: 8x8')).not.toHaveProperty('seed');
    const circle = {
      '1': { class_type: 'KSampler', inputs: { positive: ['2', 0] } },
      '2': { class_type: 'Reroute', inputs: { conditioning: ['2', 0] } },
    };
    expect(await readMetadata(tinyPng({ prompt: JSON.stringify(circle) }))).toBeUndefined();
  });

  test.each([
    ['nothing', tinyPng()],
    ['parameters that say nothing', tinyPng({ parameters: '' })],
    ['no picture', new Uint8Array([1, 2, 3])],
  ])('%s: undefined', async (_, file) => {
    expect(await readMetadata(file)).toBeUndefined();
  });

  test.each([
    ['a screenshot’s', tinyJpeg(Buffer.from(exifWithComment('Screenshot')))],
    ['a camera’s', tinyWebp(exifWithTag(0x9286, 'ASCII\0\0\0Camera: old, Lens: 50mm, Time: dusk'))],
    ['that of a library', tinyJpeg(undefined, 'CREATOR: gd-jpeg v1.0 (using IJG JPEG v80), quality = 90\n')],
  ])('a comment that is no generator’s is no prompt: %s', async (_, file) => {
    expect(await readMetadata(file)).toBeUndefined();
  });

  test('a file that is cut off or changed anywhere never throws', async () => {
    const files = [
      tinyPng({ parameters: A1111 }, 'iTXt-z'),
      tinyJpeg(Buffer.from(exifWithComment(A1111))),
      tinyWebp(exifWithTag(0x0110, `prompt:${JSON.stringify(COMFY)}`)),
    ];
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...files),
        fc.nat(2_000),
        fc.array(fc.tuple(fc.nat(2_000), fc.nat(255)), { maxLength: 5 }),
        async (file, length, changes) => {
          const bytes = file.slice(0, 16 + length);
          for (const [at, value] of changes) bytes[16 + (at % bytes.length)] = value;
          await readMetadata(bytes);
          withMetadata(bytes, samplePicture(), 'all');
        },
      ),
      { numRuns: 300 },
    );
  });

  test('megabytes of zeros before the end of a text are read once', async () => {
    const file = tinyWebp(exifWithTag(0x9286, `${'\0'.repeat(2_000_000)}fox\nNegative prompt: fog`));
    expect((await readMetadata(file))?.prompt).toMatch(/fox$/);
  });

  test('a text that unpacks to gigabytes is not read', async () => {
    const bomb = tinyPng({ parameters: 'a'.repeat(20_000_000) }, 'zTXt');
    expect(bomb.length).toBeLessThan(100_000);
    expect(await readMetadata(bomb)).toBeUndefined();
  });
});

describe('what Understudy writes', () => {
  const picture = samplePicture({
    request: { prompt: 'ein Fuchs: "rot", 🦊', style: 'watercolor', negativePrompt: 'blurry', seed: 7 },
    sent: { prompt: 'ein Fuchs: "rot", 🦊, watercolor painting', negativePrompt: 'blurry' },
    warnings: [],
    width: 512,
    height: 768,
  });
  const files = [
    ['PNG', tinyPng()],
    ['JPEG', tinyJpeg()],
    ['WebP', tinyWebp()],
    ['WebP that has an Exif', tinyWebp(exifWithTag(0x010e, 'old'))],
  ] as const;

  test.each(files)('%s: comes back as it was typed', async (_, file) => {
    const written = withMetadata(file, picture, 'all');
    expect(sniffImageType(written)).toBe(sniffImageType(file));
    expect(await readMetadata(written)).toEqual({
      tool: 'understudy',
      prompt: 'ein Fuchs: "rot", 🦊',
      style: 'watercolor',
      negativePrompt: 'blurry',
      seed: 7,
      width: 512,
      height: 768,
      model: 'acme/fox',
      sent: picture.sent,
    });
    // Written again, it does not grow.
    expect(withMetadata(written, picture, 'all')).toEqual(written);
  });

  test('a style of the user’s own is written by its name, and typed words come back beside those that were sent', () => {
    const ownStyle = {
      id: 'own-1',
      name: 'Film: "noir", old',
      template: '{prompt}, noir',
      negativePrompt: 'colour',
    };
    const request = { prompt: 'a fox', style: 'none' as const, ownStyle };
    for (const negativePrompt of [undefined, 'text']) {
      const typed = { ...request, ...(negativePrompt && { negativePrompt }) };
      const sent = sentWords(typed);
      expect(parseParameters(parametersOf(samplePicture({ request: typed, sent }), true))).toMatchObject({
        prompt: 'a fox',
        style: 'Film: "noir", old',
        sent,
      });
      expect(
        parseParameters(parametersOf(samplePicture({ request: typed, sent }), true))?.negativePrompt,
      ).toBe(negativePrompt);
    }
  });

  test.each(files)('%s: is marked as made by a model, with or without words', (_, file) => {
    for (const level of ['all', 'no-words', 'mark'] as const) {
      const text = Buffer.from(withMetadata(file, picture, level)).toString('latin1');
      expect(text).toContain('digitalsourcetype/trainedAlgorithmicMedia');
    }
  });

  test.each(files)('%s: says no word where none is wanted', async (_, file) => {
    const words = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1').replaceAll('\0', '');
    for (const level of ['no-words', 'mark'] as const) {
      const text = words(withMetadata(file, picture, level));
      for (const word of ['Fuchs', 'blurry', 'watercolor painting']) expect(text).not.toContain(word);
    }
    expect(words(withMetadata(file, picture, 'no-words'))).toContain('acme/fox');
    expect(words(withMetadata(file, picture, 'mark'))).not.toContain('acme/fox');
  });

  test('in words that PNG Info reads: prompt, negative prompt, one line of at least three fields', () => {
    expect(
      parametersOf(
        samplePicture({ request: { prompt: 'a fox', style: 'none', seed: 7 }, warnings: [] }),
        true,
      ),
    ).toBe(
      'a fox\nSeed: 7, Model: acme/fox, Service: huggingface nscale, Date: "1970-01-01T00:00:04.000Z", Version: Understudy',
    );
  });

  test('the seed that was ignored is not claimed', () => {
    expect(
      parametersOf(samplePicture({ request: { prompt: 'a fox', style: 'none', seed: 7 } }), true),
    ).not.toContain('Seed');
  });

  test('a PNG stays whole: its own chunks in their order, each with its checksum', async () => {
    const written = withMetadata(tinyPng({ Software: 'other' }), picture, 'all');
    expect(pngChunks(written).map(({ name }) => name)).toEqual([
      'IHDR',
      'iTXt',
      'iTXt',
      'tEXt',
      'IDAT',
      'IEND',
    ]);
    const { crc32 } = await import('node:zlib');
    const view = Buffer.from(written);
    for (let at = 8; at < view.length; ) {
      const length = view.readUInt32BE(at);
      expect(view.readUInt32BE(at + 8 + length)).toBe(crc32(view.subarray(at + 4, at + 8 + length)));
      at += 12 + length;
    }
    expect((await pngTexts(written)).get('Software')).toBe('other');
  });
});

test.each([
  ['as long as one may be', 4_000_000],
  ['longer than one may be', 5_000_000],
])('a small file of many packed texts, each %s, is not unpacked to gigabytes', async (_, length) => {
  const names = Array.from({ length: 40 }, (_, at) => `text${at}`);
  const more = Object.fromEntries(names.map((name) => [name, 'x'.repeat(length)]));
  const texts = await pngTexts(tinyPng({ parameters: A1111, ...more, last: 'y' }, 'zTXt'));
  expect(texts.get('parameters')).toContain('a red fox');
  expect(texts.size).toBeLessThan(8);
  expect(texts.has('last')).toBe(false);
});
