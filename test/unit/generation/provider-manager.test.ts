import { describe, expect, test } from 'vitest';
import {
  createProviderManager,
  type ImageProvider,
  type ProviderResult,
} from '../../../src/generation/index.ts';
import { failureOf } from '../../properties/arbitraries.ts';
import { scriptedProvider } from '../../properties/scripted-provider.ts';

const OPTIONS = { style: 'none' } as const;
const PICTURE: ProviderResult = { success: true, image: 'data:image/png;base64,iVBORw0KGgo=' };

function throwing(thrown: unknown): ImageProvider {
  return { name: 'huggingface', generate: () => Promise.reject(thrown) };
}

describe('a provider that throws', () => {
  test('stops, and what it threw is not repeated', async () => {
    const fallback = scriptedProvider('puter', PICTURE);
    const primary = throwing(new Error('Authorization: Bearer hf_verysecrettoken'));
    const result = await createProviderManager({ primary, fallback }).generate('a fox', OPTIONS);
    expect(result.error?.code).toBe('UNKNOWN');
    expect(fallback.calls).toHaveLength(0);
    expect(JSON.stringify(result)).not.toContain('hf_verysecrettoken');
  });

  test.each([
    ['an abort of its own', new DOMException('', 'AbortError'), false],
    ['anything once the user cancelled', new TypeError('Failed to fetch'), true],
  ])('%s is a cancel, and nobody else is asked', async (_, thrown, cancelled) => {
    const controller = new AbortController();
    if (cancelled) controller.abort();
    const fallback = scriptedProvider('puter', PICTURE);
    const manager = createProviderManager({ primary: throwing(thrown), fallback });
    const result = await manager.generate('a fox', { ...OPTIONS, signal: controller.signal });
    expect(result).toMatchObject({ success: false, error: { code: 'CANCELLED' }, fallbackAttempted: false });
    expect(fallback.calls).toHaveLength(0);
  });

  test('a time-out goes on', async () => {
    const fallback = scriptedProvider('puter', PICTURE);
    const primary = throwing(new DOMException('late', 'TimeoutError'));
    const result = await createProviderManager({ primary, fallback }).generate('a fox', OPTIONS);
    expect(result).toMatchObject({ success: true, provider: 'puter', fallbackAttempted: true });
  });
});

describe('cancelling', () => {
  test('while the primary runs: the fallback is not asked, even after a mendable failure', async () => {
    const controller = new AbortController();
    const fallback = scriptedProvider('puter', PICTURE);
    const primary = scriptedProvider('huggingface', () => {
      controller.abort();
      return failureOf(503);
    });
    const manager = createProviderManager({ primary, fallback });
    const result = await manager.generate('a fox', { ...OPTIONS, signal: controller.signal });
    expect(fallback.calls).toHaveLength(0);
    expect(result).toMatchObject({ error: { code: 'CANCELLED' }, fallbackAttempted: false });
  });

  test('after a failure that stops: that failure is reported, and the address of a paid picture is kept', async () => {
    const controller = new AbortController();
    const error = { code: 'PICTURE_UNREACHABLE', message: 'There', shouldFallback: false } as const;
    const primary = scriptedProvider('huggingface', () => {
      controller.abort();
      return { success: false, error };
    });
    const manager = createProviderManager({ primary, fallback: scriptedProvider('puter', PICTURE) });
    const result = await manager.generate('a fox', { ...OPTIONS, signal: controller.signal });
    expect(result.error?.code).toBe('PICTURE_UNREACHABLE');
  });

  test('while the fallback runs: cancelled, no dual failure', async () => {
    const cancelled: ProviderResult = {
      success: false,
      error: { code: 'CANCELLED', message: 'Cancelled', shouldFallback: false },
    };
    const manager = createProviderManager({
      primary: scriptedProvider('huggingface', failureOf(503)),
      fallback: scriptedProvider('puter', cancelled),
    });
    const result = await manager.generate('a fox', OPTIONS);
    expect(result.error?.code).toBe('CANCELLED');
    expect(result.fallbackAttempted).toBe(true);
  });
});

test('a failure that says nothing of itself stops: nothing proves that it cost nothing', async () => {
  const fallback = scriptedProvider('puter', PICTURE);
  const primary = scriptedProvider('huggingface', { success: false });
  const result = await createProviderManager({ primary, fallback }).generate('a fox', OPTIONS);
  expect(result.error?.code).toBe('UNKNOWN');
  expect(fallback.calls).toHaveLength(0);
});

test('success without a picture is none', async () => {
  const fallback = scriptedProvider('puter', PICTURE);
  const primary = scriptedProvider('huggingface', { success: true });
  const result = await createProviderManager({ primary, fallback }).generate('a fox', OPTIONS);
  expect(result.provider).toBe('puter');
});

test('without a fallback the failure of the primary is returned unchanged', async () => {
  const primary = scriptedProvider('huggingface', failureOf(503));
  const result = await createProviderManager({ primary }).generate('a fox', OPTIONS);
  expect(result).toMatchObject({ success: false, fallbackAttempted: false });
  expect(result.error).toMatchObject({ code: 'SERVICE_UNAVAILABLE', message: 'HTTP 503' });
});

describe('an observer that fails', () => {
  const fails = () => Promise.reject(new Error('disk full'));

  test('after an answer costs neither the picture nor the next attempt', async () => {
    const fallback = scriptedProvider('puter', PICTURE);
    const primary = scriptedProvider('huggingface', failureOf(503));
    const manager = createProviderManager({ primary, fallback, observer: { ended: fails } });
    expect(await manager.generate('a fox', OPTIONS)).toMatchObject({ success: true, provider: 'puter' });
  });

  test('before a request keeps it from being sent', async () => {
    const primary = scriptedProvider('huggingface', PICTURE);
    const manager = createProviderManager({ primary, observer: { started: fails } });
    await expect(manager.generate('a fox', OPTIONS)).rejects.toThrow('disk full');
    expect(primary.calls).toHaveLength(0);
  });
});

test('a slow observer holds the next request back: the record is written first', async () => {
  const order: string[] = [];
  const later = (word: string) =>
    new Promise<void>((resolve) => setTimeout(() => resolve(void order.push(word)), 5));
  const manager = createProviderManager({
    primary: scriptedProvider('huggingface', () => {
      order.push('primary asked');
      return failureOf(500);
    }),
    fallback: scriptedProvider('puter', () => {
      order.push('fallback asked');
      return PICTURE;
    }),
    observer: {
      started: (provider) => later(`${provider} started`),
      ended: (provider) => later(`${provider} ended`),
    },
  });
  await manager.generate('a fox', OPTIONS);
  expect(order).toEqual([
    'huggingface started',
    'primary asked',
    'huggingface ended',
    'puter started',
    'fallback asked',
    'puter ended',
  ]);
});
