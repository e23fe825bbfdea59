import { describe, expect, test } from 'vitest';
import { createMemoryStore } from '../../../../src/storage/key-value-store.ts';
import { recorded } from './fixtures.ts';
import { hubWith, json, MODEL, picture, providerOver, ROUTER, standIn, TOKEN } from './stand-in.ts';

const ENDPOINT_TOKEN = 'endpoint-SECRET-456';
const options = { style: 'none', negativePrompt: 'blurry', seed: 1 } as const;
const echo = `token ${TOKEN} and ${ENDPOINT_TOKEN}, Authorization: Bearer ${TOKEN}`;
const withEcho = (status: number) =>
  json({ error: echo }, { status, headers: { 'x-request-id': echo, 'x-error-message': echo } });

type Answers = Parameters<typeof standIn>;
const jobAt = (response_url: string) => json({ status: 'IN_QUEUE', response_url });

const fal = { 'fal-ai': 'fal-ai/flux' };
const paths: [string, Record<string, string>, Answers][] = [
  ...[400, 401, 402, 403, 404, 410, 413, 422, 429, 500, 502, 503, 504].map(
    (status): [string, Record<string, string>, Answers] => [
      `${status}`,
      { nscale: MODEL },
      [withEcho(status)],
    ],
  ),
  ['plain text', { nscale: MODEL }, [new Response(echo, { status: 500 })]],
  ['a 200 with an error', { nscale: MODEL }, [json({ error: echo })]],
  ['a refusal', { nscale: MODEL }, [json({ error: `NSFW ${echo}` })]],
  ['a broken connection', { nscale: MODEL }, [() => Promise.reject(new TypeError(echo))]],
  [
    'a picture address with the token in it',
    { nscale: MODEL },
    [json({ output: `https://evil.example.com/${TOKEN}` })],
  ],
  [
    'a picture that cannot be read',
    { nscale: MODEL },
    [json({ output: 'https://cdn.example.com/1.png' }), 'broken'],
  ],
  [
    'a job elsewhere',
    fal,
    [jobAt('https://evil.example.com/steal'), json({ status: 'FAILED', error: echo })],
  ],
  [
    'a job at a path that climbs',
    fal,
    [jobAt('https://x.example.com/../../..//evil.example.com/'), withEcho(500), withEcho(500), withEcho(403)],
  ],
  ['a job at no address', fal, [jobAt('//evil.example.com:99999/')]],
  ['a job with a user name', fal, [jobAt('https://a:b@evil.example.com/x'), withEcho(401)]],
  ['a success', { nscale: MODEL }, [recorded('nscale', '200.b64')]],
  [
    'a success through the queue',
    fal,
    [
      recorded('fal-ai', 'submit.200'),
      recorded('fal-ai', 'status.completed'),
      recorded('fal-ai', 'result.200'),
      picture(),
    ],
  ],
];

describe('the token stands in the Authorization header to the router, and nowhere else', () => {
  test.each(paths)('%s', async (_, mapping, answers) => {
    const { fetch, sent } = standIn(...answers);
    const routeCache = createMemoryStore();
    const deadRoutes = createMemoryStore();
    const told: unknown[] = [];
    const observer = {
      asking: (...what: unknown[]) => void told.push(what),
      answered: (...what: unknown[]) => void told.push(what),
    };
    const hub = hubWith(mapping);
    const parts = { hub, routeCache, deadRoutes, observer, endpointToken: ENDPOINT_TOKEN };
    const result = await providerOver(fetch, parts).generate('a fox', options);

    const stores = [await routeCache.entries(), await deadRoutes.entries()];
    const everything = JSON.stringify([result, stores, told, hub.asked]);
    const elsewhere = sent.map(({ url, body, headers: { authorization, ...headers } }) => ({
      url,
      body,
      headers,
    }));
    for (const secret of [TOKEN, ENDPOINT_TOKEN]) {
      expect(everything).not.toContain(secret);
      expect(JSON.stringify(elsewhere)).not.toContain(secret);
    }
    expect(sent.length).toBeGreaterThan(0);
    for (const { url, headers, init } of sent) {
      const toRouter = new URL(url).origin === ROUTER;
      expect(headers.authorization).toBe(toRouter ? `Bearer ${TOKEN}` : undefined);
      expect(init.credentials).toBe('omit');
      expect(init.referrerPolicy).toBe('no-referrer');
      // A redirect could carry the header, or the prompt, to a stranger.
      if (toRouter) expect(init.redirect).toBe('error');
    }
  });

  test('a job address is only believed for its path', async () => {
    const { fetch, sent } = standIn(
      jobAt('https://evil.example.com/a/b?steal=1#x'),
      json({ status: 'FAILED' }),
    );
    await providerOver(fetch, { hub: hubWith(fal) }).generate('a fox', options);
    expect(sent[1]?.url).toBe(`${ROUTER}/fal-ai/a/b/status?_subdomain=queue`);
  });

  test('an own URL gets neither header nor words of the other token', async () => {
    const { fetch, sent } = standIn(withEcho(500));
    const parts = { config: { apiUrl: 'https://mine.example.com/' }, endpointToken: ENDPOINT_TOKEN };
    const result = await providerOver(fetch, parts).generate('a fox', options);
    expect(sent[0]?.headers.authorization).toBe(`Bearer ${ENDPOINT_TOKEN}`);
    expect(sent[0]?.init.redirect).toBe('error');
    expect(JSON.stringify(result)).not.toMatch(/SECRET/);
  });
});
