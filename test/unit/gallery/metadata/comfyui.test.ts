import { describe, expect, test } from 'vitest';
import { fromComfyUi } from '../../../../src/gallery/metadata/comfyui.ts';

const node = (class_type: string, inputs: Record<string, unknown>) => ({ class_type, inputs });
const encoded = (text: unknown) => node('CLIPTextEncode', { text, clip: ['loader', 1] });
const sampled = (nodes: Record<string, unknown>, inputs: Record<string, unknown>) =>
  fromComfyUi({ sampler: node('KSampler', { seed: 42, ...inputs }), ...nodes });
/** The prompt of a graph whose text encoder gets this node's text. */
const promptOf = (kind: string, inputs: Record<string, unknown>, more: Record<string, unknown> = {}) =>
  sampled(
    { positive: encoded(['text', 0]), text: node(kind, inputs), ...more },
    { positive: ['positive', 0], negative: ['nothing', 0] },
  )?.prompt;

describe('what is left out', () => {
  test.each([
    [
      'what is blotted out, as in the workflows of Flux',
      { zero: node('ConditioningZeroOut', { conditioning: ['positive', 0] }) },
      ['zero', 0],
    ],
    ['the prompt itself', {}, ['positive', 0]],
    ['the same words in a second node', { same: encoded('a red fox') }, ['same', 0]],
    ['an empty text', { empty: encoded('') }, ['empty', 0]],
  ])('nothing, where it is %s', (_, nodes, negative) => {
    expect(
      sampled({ positive: encoded('a red fox'), ...nodes }, { positive: ['positive', 0], negative }),
    ).toEqual({ tool: 'comfyui', prompt: 'a red fox', seed: 42 });
  });

  test('of the guider, and past what changes both sides', () => {
    const made = fromComfyUi({
      sampler: node('SamplerCustomAdvanced', { guider: ['guider', 0], noise: ['noise', 0] }),
      guider: node('CFGGuider', { positive: ['control', 0], negative: ['control', 1], cfg: 4 }),
      control: node('ControlNetApplyAdvanced', { positive: ['yes', 0], negative: ['no', 0], strength: 1 }),
      noise: node('RandomNoise', { noise_seed: ['seed', 0] }),
      seed: node('Seed (rgthree)', { seed: 7 }),
      yes: encoded('close-up of a white horse'),
      no: encoded('human'),
    });
    expect(made).toEqual({
      ...{ tool: 'comfyui', prompt: 'close-up of a white horse', negativePrompt: 'human', seed: 7 },
    });
  });
});

describe('the prompt', () => {
  test.each<[string, string, Record<string, unknown>, string]>([
    [
      'ComfyUI’s own joining of two',
      'StringConcatenate',
      { string_b: 'in the snow', string_a: 'a fox', delimiter: ' ' },
      'a fox in the snow',
    ],
    [
      'another joining, in lines, of ten',
      'JoinStringMulti',
      { delimiter: '\\n', string_10: 'c', string_2: 'b', string_1: 'a', inputcount: 10 },
      'a\nb\nc',
    ],
    [
      'a joining with a hole',
      'Text Concatenate',
      { delimiter: ', ', clean_whitespace: 'true', text_a: 'a fox', text_b: '', text_c: ['held', 0] },
      'a fox, held',
    ],
    ['a text that is held', 'PrimitiveStringMultiline', { value: 'a fox' }, 'a fox'],
    ['a text that is shown', 'ShowText|pysssss', { text: ['held', 0], text_0: 'of the last time' }, 'held'],
    [
      'wildcards, as they were filled in',
      'ImpactWildcardProcessor',
      { wildcard_text: 'a __colour__ fox', populated_text: 'a red fox', mode: 'populate', seed: 3 },
      'a red fox',
    ],
  ])('from %s', (_, kind, inputs, prompt) => {
    expect(promptOf(kind, inputs, { held: node('String Literal', { string: 'held' }) })).toBe(prompt);
  });

  test.each<[string, string, Record<string, unknown>]>([
    ['words are replaced', 'StringReplace', { string: 'a fox', find: 'fox', replace: 'owl' }],
    ['a language model writes it', 'OllamaGenerate', { prompt: 'Describe a fox', model: 'x', seed: 1 }],
    ['words are drawn by lot', 'DPRandomGenerator', { text: 'a {red|blue} fox', seed: 1 }],
    ['texts are joined nobody knows how', 'ConcatText', { text_a: 'a', text_b: 'b' }],
    [
      'a part of the texts is not known',
      'StringConcatenate',
      { string_a: 'a', string_b: ['other', 0], delimiter: '' },
    ],
    ['the graph is cut off', 'PrimitiveString', { value: ['nowhere', 0] }],
    ['it leads in a circle', 'StringConcatenate', { string_a: ['text', 0], string_b: 'b', delimiter: '' }],
  ])('nothing where %s; what is known comes back', (_, kind, inputs) => {
    expect(promptOf(kind, inputs)).toBeUndefined();
    expect(
      sampled({ positive: encoded(['text', 0]), text: node(kind, inputs) }, { positive: ['positive', 0] }),
    ).toEqual({ tool: 'comfyui', seed: 42 });
  });

  test.each([
    ['ConditioningConcat', { conditioning_from: ['b', 0], conditioning_to: ['a', 0] }, 'a fox\nin the snow'],
    ['ConditioningCombine', { conditioning_1: ['a', 0], conditioning_2: ['b', 0] }, 'a fox\nin the snow'],
    // The more the one counts, the less the other: that is no text.
    ['ConditioningAverage', { conditioning_to: ['a', 0], conditioning_from: ['b', 0] }, undefined],
    ['GLIGENTextBoxApply', { conditioning_to: ['a', 0], clip: ['c', 0], text: 'box' }, undefined],
  ])('of two encoders, after %s', (kind, inputs, prompt) => {
    const nodes = { both: node(kind, inputs), a: encoded('a fox'), b: encoded('in the snow') };
    expect(sampled(nodes, { positive: ['both', 0] })?.prompt).toBe(prompt);
  });

  test.each([
    ['of Flux', 'CLIPTextEncodeFlux', { clip: ['c', 0], clip_l: 'a fox', t5xxl: '', guidance: 3.5 }],
    ['of SDXL', 'CLIPTextEncodeSDXL', { clip: ['c', 0], text_g: 'a fox', text_l: 'fox', width: 1024 }],
    [
      'that calls it otherwise',
      'Power Prompt (rgthree)',
      { prompt: 'a fox', opt_clip: ['c', 0], insert_lora: '' },
    ],
  ])('of an encoder %s', (_, kind, inputs) => {
    expect(sampled({ positive: node(kind, inputs) }, { positive: ['positive', 0] })?.prompt).toBe('a fox');
  });

  test('of the file that Civitai’s generator writes', () => {
    const made = fromComfyUi({
      'resource-stack': node('CheckpointLoaderSimple', { ckpt_name: 'urn:air:sdxl:checkpoint:civitai:1@2' }),
      '6': node('smZ CLIPTextEncode', { text: 'a red fox', parser: 'A1111', clip: ['resource-stack', 1] }),
      '7': node('smZ CLIPTextEncode', { text: 'blurry', parser: 'A1111', clip: ['resource-stack', 1] }),
      '5': node('EmptyLatentImage', { width: 832, height: 1216, batch_size: 1 }),
      '11': node('KSampler', { seed: 7, positive: ['6', 0], negative: ['7', 0], latent_image: ['5', 0] }),
      extra: { airs: ['urn:air:sdxl:checkpoint:civitai:1@2'] },
      extraMetadata: '{"prompt":"a red fox"}',
    });
    expect(made).toMatchObject({ prompt: 'a red fox', negativePrompt: 'blurry', seed: 7, width: 832 });
  });
});

test('a graph that leads to one node in very many ways ends', () => {
  const nodes: Record<string, unknown> = { n40: encoded('x') };
  for (let at = 0; at < 40; at += 1)
    nodes[`n${at}`] = node('ConditioningCombine', {
      conditioning_1: [`n${at + 1}`, 0],
      conditioning_2: [`n${at + 1}`, 0],
    });
  expect(sampled(nodes, { positive: ['n0', 0] })).toEqual({ tool: 'comfyui', seed: 42 });
});
