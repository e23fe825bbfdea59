import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseImageDataUrl } from '../../src/generation/index.ts';
import { HuggingFaceProvider } from '../../src/providers/huggingface/provider.ts';
import { createMemoryStore } from '../../src/storage/key-value-store.ts';
import { hubWith, NO_WAIT, PNG, PNG_URL, standIn, TOKEN } from '../unit/providers/huggingface/stand-in.ts';

const ROUTER = 'https://router.huggingface.co';
const OWN = 'https://mine.example.com';

/** Words with a meaning in answers, and texts that an attacker would send. */
const word = fc.oneof(
  fc.constantFrom<unknown>(
    ...['IN_QUEUE', 'COMPLETED', 'created', 'processing', 'completed', 'succeeded', 'failed', 'nsfw'],
    ...[null, true, 0, -1, '', TOKEN, `Bearer ${TOKEN}`, `/${TOKEN}`, `https://cdn.example.com/${TOKEN}`],
    ...[PNG.toString('base64'), PNG_URL, 'data:image/svg+xml;base64,PHN2Zy8+'],
    ...['https://cdn.example.com/1.png', 'https://queue.fal.run/a/requests/1', 'http://10.0.0.1/x', '//x'],
  ),
  fc.string(),
);
const key = fc.constantFrom(
  ...['status', 'response_url', 'data', 'images', 'output', 'outputs', 'url', 'b64_json', 'urls', 'get'],
  ...['error', 'detail', 'message', 'msg', 'error_type', 'has_nsfw_concepts', 'seed', '__proto__'],
);
const { json } = fc.letrec((tie) => ({
  json: fc.oneof(
    { depthSize: 'small' },
    word,
    fc.array(tie('json'), { maxLength: 3 }),
    fc.dictionary(key, tie('json'), { maxKeys: 5 }),
  ),
}));
const body = fc.oneof(
  json.map((value) => JSON.stringify(value)),
  fc.constantFrom('<html>', new Uint8Array(PNG)),
  fc.uint8Array({ maxLength: 40 }),
);
const headers = fc.dictionary(
  fc.constantFrom('content-type', 'content-length', 'retry-after', 'ratelimit', 'x-request-id'),
  fc.constantFrom('application/json', 'image/png', '3', '-1', '99999999999', '"a";r=0;t=5', TOKEN),
);
const status = fc.constantFrom(
  ...[200, 200, 200, 201, 202, 204, 400, 401, 402, 403, 404],
  408,
  422,
  429,
  500,
  503,
);
const answer = fc
  .record({ status, body, headers })
  .map((given) => () => new Response(given.status === 204 ? null : given.body, given));
const scripts = fc.array(
  fc.oneof({ arbitrary: answer, weight: 9 }, { arbitrary: fc.constant('broken' as const), weight: 1 }),
  {
    minLength: 1,
    maxLength: 8,
  },
);
const routes = fc.constantFrom('hf-inference', 'nscale', 'together', 'fal-ai', 'replicate', 'wavespeed');

test('Whatever comes back: one POST, a picture or a failure, and no credential anywhere but where it belongs', async () => {
  await fc.assert(
    fc.asyncProperty(routes, scripts, fc.boolean(), async (route, script, own) => {
      // Ends the polling of a job that would never be done.
      const gone = Array.from({ length: 9 }, () => () => new Response('', { status: 403 }));
      const { fetch, sent } = standIn(...script, ...gone);
      const deadRoutes = createMemoryStore();
      const provider = new HuggingFaceProvider({
        fetch,
        token: TOKEN,
        endpointToken: TOKEN,
        config: own ? { apiUrl: `${OWN}/models/acme/fox` } : {},
        hub: hubWith({ [route]: 'acme/fox' }),
        deadRoutes,
        delay: NO_WAIT,
      });
      const result = await provider.generate('a fox', { style: 'none', seed: 1 });

      expect(result.success).toBe(parseImageDataUrl(result.image ?? '') !== undefined);
      expect(result.success).toBe(result.error === undefined);
      expect(JSON.stringify([result, await deadRoutes.entries()])).not.toContain(TOKEN);
      expect(sent.filter(({ method }) => method === 'POST')).toHaveLength(1);
      for (const request of sent) {
        const { origin } = new URL(request.url);
        const trusted = origin === ROUTER || (own && origin === OWN);
        expect(request.headers.authorization).toBe(trusted ? `Bearer ${TOKEN}` : undefined);
        if (!trusted) expect(request.url).toMatch(/^https:\/\/(?!.*secret)/);
      }
    }),
    { numRuns: 1000 },
  );
});
