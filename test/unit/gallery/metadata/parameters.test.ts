import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parametersOf, parseParameters } from '../../../../src/gallery/metadata/parameters.ts';
import { samplePicture } from '../../jobs/sample-job.ts';

const WORDS = { prompt: 'a red fox', negativePrompt: 'blurry, low quality' };
const textWith = (settings: string) => `a red fox\nNegative prompt: blurry, low quality\n${settings}`;

describe('a line of settings is read past what fits into no field', () => {
  test.each<[string, string, object]>([
    [
      'hashes without quotes',
      'Steps: 20, Sampler: Euler a, CFG scale: 7, Seed: 123, Size: 512x768, Model hash: 3eddf31755, Model: foxModel, Hashes: {"vae": "63aeecb90f", "model": "3eddf31755"}, Version: v1.10.1',
      { seed: 123, width: 512, height: 768, model: 'foxModel' },
    ],
    [
      'the resources of Civitai’s generator',
      'Steps: 22, Sampler: DPM++ 2M Karras, CFG scale: 3.8, Seed: 894409639, Size: 832x1216, Clip skip: 2, Created Date: 2024-09-23T06:17:42.9952795Z, Civitai resources: [{"type":"checkpoint","modelVersionId":128078,"modelName":"SD XL, with: all","modelVersionName":"v1.0"},{"type":"lora","weight":0.85,"modelVersionId":210432}], Civitai metadata: {"remixOfId":11111100000}',
      { seed: 894409639, width: 832, height: 1216 },
    ],
    [
      'an extension’s JSON before the size, and a quoted field of fields',
      'Steps: 25, Tiled Diffusion: {"Method": "MultiDiffusion", "Tile tile width": 96, "Keep input size": true, "NoiseInv Steps": 10}, ControlNet 0: "Module: tile_resample, Model: control_v11f1e, Seed: 1, Size: 1x1", Seed: 848680687, Size: 1024x1536, Model: Dark Sushi Mix 大颗寿司Mix',
      { seed: 848680687, width: 1024, height: 1536, model: 'Dark Sushi Mix 大颗寿司Mix' },
    ],
    [
      'names in other scripts',
      'Steps: 20, 采样方法: Euler, Уровень шума: 3, Größe-Faktor: 2, Seed: 5, Size: 64x64, Model: fox',
      { seed: 5, width: 64, height: 64, model: 'fox' },
    ],
    [
      'commas and colons between nothing',
      'Steps: 20,,, :, Seed: 5, , Size: 64x64, Model: fox,',
      { seed: 5, width: 64, height: 64, model: 'fox' },
    ],
    [
      'a quote that does not close, and one that ends too soon',
      'Steps: 20, Template: "a fox, Style: "x" y, Seed: 5, Size: 64x64, Model: "fox, \\"red\\""',
      { seed: 5, width: 64, height: 64, model: 'fox, "red"' },
    ],
    [
      'Forge with modules',
      'Steps: 20, Sampler: Euler, Schedule type: Simple, CFG scale: 1, Distilled CFG Scale: 3.5, Seed: 5, Size: 896x1152, Model hash: 2eda627c8d, Model: flux1-dev-bnb-nf4-v2, Version: f2.0.1v1.10.1-previous-501-g668e87f9, Module 1: ae, Module 2: t5xxl_fp16',
      { seed: 5, width: 896, height: 1152, model: 'flux1-dev-bnb-nf4-v2' },
    ],
    [
      'SD.Next',
      'Steps: 20, Size: 1024x1024, Sampler: UniPC, Seed: 5, CFG scale: 6, App: SD.Next, Version: 14234974, Pipeline: StableDiffusionXLPipeline, Operations: txt2img, Model: juggernautXL, Model hash: 1fe6c7ec54, Sampler options: "order 2, low order"',
      { seed: 5, width: 1024, height: 1024, model: 'juggernautXL' },
    ],
    [
      'Fooocus',
      'Steps: 30, Sampler: DPM++ 2M SDE Karras, Seed: 5, Size: 1152x896, CFG scale: 4, ADM Guidance: "(1.5, 0.8, 0.3)", Model: juggernautXL_v8, Styles: "[\'Fooocus V2\', \'Enhance\']", Version: Fooocus v2.3.0',
      { seed: 5, width: 1152, height: 896, model: 'juggernautXL_v8' },
    ],
    [
      'the numbers of SwarmUI’s hashes beside quoted names with slashes',
      'Steps: 20, Seed: 5, Size: 64x64, Model: illustrious/fox.safetensors, Lora hashes: "GENESIS_MK0.2: 8e93, USNR STYLE_XL: 7498", aspectratio: 3:4, refinermethod: PostApply',
      { seed: 5, width: 64, height: 64, model: 'illustrious/fox.safetensors' },
    ],
    [
      'the pages of AI Horde, which write the model small',
      'Steps: 50, Sampler: k_dpmpp_2s_a, CFG scale: 9, Seed: 5,Size: 768x512, model: stable_diffusion',
      { seed: 5, width: 768, height: 512, model: 'stable_diffusion' },
    ],
  ])('%s', (_, settings, expected) => {
    expect(parseParameters(textWith(settings))).toEqual({ tool: 'a1111', ...WORDS, ...expected });
  });

  test('a name of one letter is none, and fewer than three fields are words', () => {
    expect(parseParameters('a fox\na: 1, b: 2, c: 3, Seed: 4')).toEqual({
      tool: 'a1111',
      prompt: 'a fox\na: 1, b: 2, c: 3, Seed: 4',
    });
    expect(parseParameters('a fox\nSeed: 1, Seed: 2, Seed: 3')).toMatchObject({ prompt: 'a fox', seed: 3 });
  });

  test.each([
    ['a template of several lines', '\nTemplate: a {red|blue} fox\nin the snow'],
    ['JSON of a browser of pictures', '\nextraJsonMetaInfo: {"Civitai resources": [{"weight": 0.7}]}'],
    ['resources in a line of their own', '\nCivitai resources: [{"modelVersionId":1}]'],
  ])('extensions wrote behind it: %s', (_, more) => {
    expect(parseParameters(`${textWith('Steps: 20, Seed: 5, Size: 64x64, Model: fox')}${more}`)).toEqual({
      ...{ tool: 'a1111', ...WORDS },
      ...{ seed: 5, width: 64, height: 64, model: 'fox' },
    });
  });
});

describe('all in one line', () => {
  const settings = 'Steps: 23, Sampler: Undefined, CFG scale: 3.5, Seed: 5, Size: 832x1216';
  test.each([
    [
      'a dot where a line would end',
      `a red fox. Negative prompt: blurry, low. ${settings}`,
      'a red fox',
      'blurry, low',
    ],
    ['a space, and nothing to leave out', `a red fox Negative prompt: ${settings}`, 'a red fox', undefined],
    [
      'the word among the words',
      `Steps: 3 of them Negative prompt: blurry, ${settings}`,
      'Steps: 3 of them',
      'blurry',
    ],
    ['no negative prompt', `a red fox, ${settings}`, 'a red fox', undefined],
  ])('%s', (_, line, prompt, negativePrompt) => {
    expect(parseParameters(line)).toEqual({
      ...{ tool: 'a1111', prompt, seed: 5, width: 832, height: 1216 },
      ...(negativePrompt && { negativePrompt }),
    });
  });

  test('words alone stay words', () => {
    const words = 'how to climb a ladder. Steps: 3, slowly';
    expect(parseParameters(words)).toEqual({ tool: 'a1111', prompt: words });
  });
});

// Each of these took time by the square of its length, or would, with an expression that goes back.
test.each([
  ['letters', 'a'.repeat(2_000_000)],
  ['dots', `a${'.'.repeat(2_000_000)}b. Steps: 1`],
  ['spaces', `a${' '.repeat(2_000_000)}b. Steps: 1`],
  ['colons', `a\n${'aa:'.repeat(600_000)}`],
  ['quotes', `a\n${'aa: "'.repeat(400_000)}`],
  ['escaped quotes', `a\n${'aa: "\\"\\'.repeat(250_000)}`],
  ['slashes', `a\n${'-/ '.repeat(600_000)}:`],
  ['lines', 'Steps: 1\n'.repeat(200_000)],
  ['negative prompts', 'Negative prompt: '.repeat(120_000)],
])('megabytes of %s are read once', (_, text) => {
  expect(parseParameters(text)).toBeDefined();
});

describe('without a prompt', () => {
  test.each([
    ['settings alone', ''],
    ['an empty line', '\n'],
  ])('A1111, %s', (_, before) => {
    expect(parseParameters(`${before}Steps: 20, Seed: 5, Size: 64x64, Model: fox`)).toEqual({
      ...{ tool: 'a1111', seed: 5, width: 64, height: 64, model: 'fox' },
    });
  });

  test('A1111, with words to leave out', () => {
    expect(parseParameters('\nNegative prompt: blurry\nSteps: 20, Seed: 5, Size: 64x64')).toEqual({
      ...{ tool: 'a1111', negativePrompt: 'blurry', seed: 5, width: 64, height: 64 },
    });
  });

  test('our own, whose words were left out', () => {
    const picture = samplePicture({
      request: { prompt: 'a red fox', negativePrompt: 'blurry', style: 'watercolor', seed: 7 },
      ...{ warnings: [], width: 512, height: 768 },
    });
    expect(parseParameters(parametersOf(picture, false))).toEqual({
      ...{ tool: 'understudy', style: 'watercolor', seed: 7, width: 512, height: 768, model: 'acme/fox' },
    });
  });

  test('fields of which none says how a picture was made say nothing', () => {
    expect(parseParameters('Camera: old, Lens: 50mm, Time: dusk')).toBeUndefined();
  });
});

test('words that other tools read as settings are written as typed beside them', () => {
  const request = { prompt: 'a sign that says\nNegative prompt: none', style: 'none' as const };
  expect(parametersOf(samplePicture({ request }), true)).toContain(
    'Prompt as typed: "a sign that says\\nNegative prompt: none", Negative prompt as typed: , ',
  );
  const plain = samplePicture({ request: { prompt: 'a fox\nSteps: 1, a: 2, b: 3', style: 'none' } });
  expect(parametersOf(plain, true)).not.toContain('as typed');
});

test('any words come back', () => {
  const line = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.constantFrom(
      'Negative prompt: blurry',
      '  Negative prompt:',
      'Steps: 20, Sampler: Euler, Seed: 5, Size: 8x8, Model: x',
      'Seed: 5, Size: 8x8, Version: Understudy',
      'Prompt as typed: x, Seed: 5, Version: Understudy',
      'a: "b, c',
      '\r',
      '',
    ),
  );
  const words = fc.array(line, { minLength: 1, maxLength: 4 }).map((lines) => lines.join('\n'));
  fc.assert(
    fc.property(words, words, fc.option(words), fc.boolean(), (prompt, negative, sent, hasNegative) => {
      const negativePrompt = negative.trim() === '' || !hasNegative ? {} : { negativePrompt: negative };
      const request = { prompt: prompt.trim() || 'x', style: 'photo' as const, ...negativePrompt };
      const picture = samplePicture({
        ...{ request, warnings: [] },
        ...(sent !== null && { sent: { prompt: sent, ...negativePrompt } }),
      });
      const read = parseParameters(parametersOf(picture, true));
      expect(read).toMatchObject({ tool: 'understudy', style: 'photo', prompt: request.prompt.trim() });
      expect(read?.negativePrompt).toBe(request.negativePrompt?.trim());
    }),
    { numRuns: 500 },
  );
});
