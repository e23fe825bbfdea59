import { InferenceClient } from '@huggingface/inference';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { withLab } from './with-lab.ts';

const FLUX = 'black-forest-labs/FLUX.1-schnell';
const PNG = [0x89, 0x50, 0x4e, 0x47];

const firstBytes = async (picture: Blob) => [...new Uint8Array(await picture.arrayBuffer()).subarray(0, 4)];

describe('the public inference client against the lab', () => {
  const lab = withLab();
  // Its second requests (polls, pictures) ignore the fetch it was given.
  beforeEach(() => void vi.stubGlobal('fetch', lab().fetch));
  afterEach(() => void vi.unstubAllGlobals());

  const client = (token = 'hf_sample') =>
    new InferenceClient(token, { fetch: lab().fetch, retry_on_error: false });
  const draw = (
    model: string,
    provider: 'hf-inference' | 'nscale' | 'together' | 'fal-ai' | 'replicate' | 'wavespeed',
  ) =>
    client().textToImage(
      { model, provider, inputs: 'a red fox', parameters: { width: 64, height: 64 } },
      { outputType: 'blob' },
    );

  test.each([
    ['hf-inference', 'stabilityai/stable-diffusion-3-medium-diffusers'],
    ['nscale', FLUX],
    ['together', 'black-forest-labs/FLUX.1-Krea-dev'],
    ['fal-ai', FLUX],
    ['replicate', 'ByteDance/SDXL-Lightning'],
    ['wavespeed', FLUX],
  ] as const)('gets a picture through %s', async (provider, model) => {
    expect(await firstBytes(await draw(model, provider))).toEqual(PNG);
    expect(lab().violations).toEqual([]);
  });

  test('reads the mapping in both shapes', async () => {
    lab().huggingface.mappingShape = 'array';
    lab().huggingface.add({
      id: 'lab/array',
      routes: { nscale: { status: 'live', providerId: 'lab/array', task: 'text-to-image' } },
    });
    expect(await firstBytes(await draw('lab/array', 'nscale'))).toEqual(PNG);
  });

  test.each([
    ['hf_invalid', 401],
    ['hf_noinference', 403],
    ['hf_depleted', 402],
  ])('is refused with the token %s', async (token, status) => {
    const asked = client(token).textToImage({ model: FLUX, provider: 'nscale', inputs: 'a red fox' });
    await expect(asked).rejects.toMatchObject({ httpResponse: { status } });
  });

  test('learns that hf-inference no longer serves a model', async () => {
    await expect(draw(FLUX, 'hf-inference')).rejects.toMatchObject({ httpResponse: { status: 410 } });
  });

  test('sees a scripted 503, and the next answer after it', async () => {
    lab().answer({ host: 'router.huggingface.co' }, [{ fixture: 'router_hf_inference/503.busy' }, 'pass']);
    await expect(draw(FLUX, 'nscale')).rejects.toMatchObject({ httpResponse: { status: 503 } });
    expect(await firstBytes(await draw(FLUX, 'nscale'))).toEqual(PNG);
  });
});
