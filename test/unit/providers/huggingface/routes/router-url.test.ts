import { expect, test } from 'vitest';
import { onRouter, routerUrl } from '../../../../../src/providers/huggingface/routes/router-url.ts';

test('no id leads out of its path, into a query or to another host', () => {
  expect(routerUrl('nscale', 'v1/a b?c=d#e@evil.example.com/f').href).toBe(
    'https://router.huggingface.co/nscale/v1/a%20b%3Fc%3Dd%23e%40evil.example.com/f',
  );
});

test.each([
  ['https://queue.fal.run/a/b?steal=1#x', 'https://router.huggingface.co/fal-ai/a/b/status'],
  ['//evil.example.com/a', 'https://router.huggingface.co/fal-ai/a/status'],
  ['/a', 'https://router.huggingface.co/fal-ai/a/status'],
  ['https://q/%2e%2e/%2E./a', 'https://router.huggingface.co/fal-ai/a/status'],
  ['\\..\\..\\a', 'https://router.huggingface.co/fal-ai/a/status'],
  // The path of an address without a host may begin with anything.
  ['data:text/plain,@evil.example.com', undefined],
  ['x:../../replicate/v1/models/a/b/predictions', undefined],
  ['mailto:../hf-inference/models/a', undefined],
  ['x:@evil.example.com', undefined],
  ['x:.evil.example.com', undefined],
  ['blob:https://evil.example.com/a', undefined],
  ['http://[', undefined],
  [7, undefined],
])('a job named %s is asked after on the router alone', (address, url) => {
  expect(onRouter('fal-ai', address, '/status')?.href).toBe(url);
});
