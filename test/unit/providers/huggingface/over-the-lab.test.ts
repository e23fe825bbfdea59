import { describe, expect, test } from 'vitest';
import { parseImageDataUrl } from '../../../../src/generation/index.ts';
import { createHub } from '../../../../src/hub/index.ts';
import type { HuggingFaceParts } from '../../../../src/providers/huggingface/parts.ts';
import { HuggingFaceProvider } from '../../../../src/providers/huggingface/provider.ts';
import { createMemoryStore } from '../../../../src/storage/key-value-store.ts';
import { pixelSize } from '../../../../src/web/pixel-size.ts';
import { withLab } from '../../lab/with-lab.ts';
import { MODEL, NO_WAIT } from './stand-in.ts';

const ROUTER = { host: 'router.huggingface.co' };

describe('the provider, the real hub lookup and the lab, over TLS', () => {
  const lab = withLab();

  function provider(parts: Partial<HuggingFaceParts> = {}) {
    const { fetch } = lab();
    const hub = createHub({
      sources: () => [
        {
          id: 'hf',
          name: 'HF',
          url: 'https://huggingface.co',
          type: 'huggingface',
          priority: 1,
          enabled: true,
        },
      ],
      cache: createMemoryStore(),
      clock: Date,
      fetch: (url, init) => fetch(url, init),
    });
    return new HuggingFaceProvider({
      fetch: (url, init) => fetch(url, init),
      token: 'hf_sample',
      hub,
      delay: NO_WAIT,
      ...parts,
    });
  }

  const asked = { style: 'none', width: 128, height: 64, seed: 42 } as const;

  test.each([
    ['hf-inference', 'stabilityai/stable-diffusion-3-medium-diffusers'],
    ['nscale', MODEL],
    ['together', 'black-forest-labs/FLUX.1-Krea-dev'],
    ['fal-ai', MODEL],
    ['replicate', 'ByteDance/SDXL-Lightning'],
    ['wavespeed', MODEL],
  ])('a picture of the asked size through %s', async (route, model) => {
    const result = await provider({ routeOrder: [route] }).generate('a red fox', { ...asked, model });
    expect(result).toMatchObject({ success: true, route, model });
    expect(result).not.toHaveProperty('warnings');
    const picture = parseImageDataUrl(result.image ?? '');
    expect(picture && pixelSize(picture)).toEqual({ width: 128, height: 64 });
    expect(lab().violations).toEqual([]);
  });

  test.each([
    ['hf_invalid', 'UNAUTHORIZED'],
    ['hf_noinference', 'FORBIDDEN'],
    ['hf_depleted', 'PAYMENT_REQUIRED'],
  ])('%s: %s', async (token, code) => {
    const result = await provider({ token }).generate('a red fox', asked);
    expect(result.error?.code).toBe(code);
  });

  test.each([
    ['reset', 'NETWORK_ERROR'],
    ['html', 'SERVER_ERROR'],
    ['truncate', 'SERVER_ERROR'],
    ['reset-mid', 'SERVER_ERROR'],
  ] as const)('%s: %s, asked once', async (step, code) => {
    lab().answer(ROUTER, [step]);
    const result = await provider().generate('a red fox', asked);
    expect(result.error).toMatchObject({ code, shouldFallback: true });
    expect(lab().requestsTo(ROUTER.host)).toHaveLength(1);
  });

  test('a CDN that breaks off leaves the address of the paid picture', async () => {
    lab().answer({ host: 'v3.fal.media' }, ['reset']);
    const result = await provider({ routeOrder: ['fal-ai'] }).generate('a red fox', asked);
    expect(result.error).toMatchObject({ code: 'PICTURE_UNREACHABLE', shouldFallback: false });
    expect(result.error?.pictureUrl).toMatch(/^https:\/\/v3\.fal\.media\//);
  });

  test('an unknown model', async () => {
    const result = await provider().generate('a red fox', { ...asked, model: 'nobody/nothing' });
    expect(result.error?.code).toBe('MODEL_UNAVAILABLE');
  });
});
