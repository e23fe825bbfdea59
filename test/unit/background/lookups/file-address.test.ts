import { expect, test } from 'vitest';
import { fileAddress } from '../../../../src/background/lookups/file-address.ts';
import { source } from '../../hub/make-hub.ts';

const ref = { type: 'model', id: 'o/r' } as const;

function find(status: number | Error, sources = [source('a', { token: 'secret' })]) {
  const asked: [string, RequestInit | undefined][] = [];
  const used: unknown[] = [];
  const fetch = async (url: string, init?: RequestInit) => {
    asked.push([url, init]);
    if (status instanceof Error) throw status;
    return new Response(null, { status });
  };
  const resolve = async (...given: unknown[]) => {
    used.push(given[2]);
    return {
      url: 'https://a.test/o/r/resolve/main/config.json',
      source: 'a',
      confidence: 'confirmed' as const,
    };
  };
  const ports = { hub: { resolve }, sources, fetch, timeoutMs: 1_000 };
  return { asked, used, address: fileAddress(ports, ref, 'config.json', 'a') };
}

test('a file is handed over as something to save, by the source that was shown', async () => {
  const { used, address } = find(200);
  expect(await address).toEqual({
    url: 'https://a.test/o/r/resolve/main/config.json?download=true',
    source: 'a',
    needsSignIn: false,
  });
  expect(used).toEqual([{ source: 'a' }]);
});

test.each([401, 403, 404])('one that answers %i without the token needs a sign-in', async (status) => {
  const { asked, address } = find(status);
  expect((await address).needsSignIn).toBe(true);
  expect(asked[0]?.[1]).toMatchObject({ method: 'HEAD', credentials: 'omit', redirect: 'manual' });
  expect(JSON.stringify(asked)).not.toContain('secret');
});

test.each([200, 302, 500, new TypeError('offline')])('%s does not', async (status) => {
  expect((await find(status).address).needsSignIn).toBe(false);
});

test('without a token nothing is asked: what was found is open', async () => {
  const { asked, address } = find(404, [source('a', { type: 'kohakuhub' })]);
  expect(await address).toMatchObject({
    url: 'https://a.test/o/r/resolve/main/config.json',
    needsSignIn: false,
  });
  expect(asked).toEqual([]);
});
