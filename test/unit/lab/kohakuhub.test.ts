import { describe, expect, test } from 'vitest';
import { withLab } from './with-lab.ts';

const host = 'hub.lab.example';
const files = [
  { path: 'README.md', content: '# acme' },
  { path: 'unet/weights.bin', content: 'weights' },
];

describe("the lab's KohakuHub", () => {
  const lab = withLab();
  const ask = (path: string, init?: RequestInit, at = host) => lab().fetch(`https://${at}${path}`, init);
  const authorization = (token: string) => ({ headers: { authorization: `Bearer ${token}` } });
  const addHub = (more: object = {}) =>
    lab().hubs.add({
      host,
      tokens: ['hub-token'],
      repositories: [
        { id: 'acme/sdxl', files, likes: 1, createdAt: '2026-02-01T00:00:00.000Z' },
        { id: 'acme/other', likes: 5 },
        { id: 'acme/secret', private: true },
        { type: 'dataset', id: 'acme/prompts' },
      ],
      ...more,
    });

  test('says what it is, whose token this is, and who its people are', async () => {
    addHub({ people: ['jo'] });
    expect(await (await ask('/api/version')).json()).toMatchObject({ api: 'kohakuhub' });
    expect(await (await ask('/api/whoami-v2', authorization('hub-token'))).json()).toMatchObject({
      name: 'hubuser',
    });
    expect(await (await ask('/api/whoami-v2', authorization('wrong'))).json()).toEqual({
      detail: 'Invalid user token',
    });
    expect(await (await ask('/api/users/jo/profile')).json()).toMatchObject({ username: 'jo' });
    expect((await ask('/api/users/acme/avatar')).headers.get('content-type')).toBe('image/jpeg');
    expect(await (await ask('/api/users/acme/repos')).json()).toMatchObject({
      models: [{}, {}],
      datasets: [{}],
    });
    expect((await ask('/api/users/nobody/profile')).status).toBe(404);
  });

  test('2026: a private repository looks missing, with an empty body', async () => {
    addHub();
    for (const id of ['acme/secret', 'acme/none']) {
      const answer = await ask(`/api/models/${id}`);
      expect([answer.status, answer.headers.get('x-error-code'), await answer.text()]).toEqual([
        404,
        'RepoNotFound',
        '',
      ]);
    }
    expect((await ask('/api/models/acme/secret', authorization('hub-token'))).status).toBe(200);
  });

  test('2025: a private repository says so, and resolve tells no reasons', async () => {
    addHub({ generation: '2025' });
    expect((await ask('/api/models/acme/secret')).status).toBe(401);
    expect((await ask('/api/models/acme/secret', authorization('wrong'))).status).toBe(403);
    const answer = await ask('/models/acme/none/resolve/main/a.bin');
    expect([answer.status, answer.headers.get('x-error-code')]).toEqual([404, null]);
    expect((await ask('/api/models/acme/none')).headers.get('x-error-code')).toBe('RepoNotFound');
  });

  test('knows its sorts only', async () => {
    addHub();
    const ids = async (query: string) =>
      ((await (await ask(`/api/models?${query}`)).json()) as { id: string }[]).map(({ id }) => id);
    expect(await ids('sort=likes')).toEqual(['acme/other', 'acme/sdxl']);
    expect(await ids('sort=recent&limit=1&search=ignored')).toEqual(['acme/sdxl']);
    expect((await ask('/api/models?sort=trendingScore')).status).toBe(422);
    expect((await ask('/api/models?limit=0')).status).toBe(422);
  });

  test('reads paths-info from a form and refuses JSON', async () => {
    addHub();
    const path = '/api/models/acme/sdxl/paths-info/main';
    const form = await ask(path, {
      method: 'POST',
      body: new URLSearchParams({ paths: 'unet/weights.bin' }),
    });
    expect(await form.json()).toMatchObject([{ path: 'unet/weights.bin', size: 7 }]);
    const json = {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"paths":["README.md"]}',
    };
    expect((await ask(path, json)).status).toBe(422);
  });

  test('answers a HEAD on a file itself and leads a GET to its storage', async () => {
    addHub();
    const path = '/models/acme/sdxl/resolve/main/unet/weights.bin';
    const head = await ask(path, { method: 'HEAD' });
    expect([head.status, head.headers.get('x-linked-size')]).toEqual([200, '7']);
    const file = await ask(path);
    expect(new URL(file.url).host).toBe(`s3.${host}`);
    expect([await file.text(), file.headers.get('content-disposition')]).toEqual([
      'weights',
      expect.stringContaining('attachment; filename="weights.bin"'),
    ]);
    expect((await ask('/models/acme/sdxl/resolve/main/none')).headers.get('x-error-code')).toBe(
      'EntryNotFound',
    );
    expect((await ask('/models/acme/sdxl/resolve/v9/README.md')).headers.get('x-error-code')).toBe(
      'RevisionNotFound',
    );
  });

  test('answers for others unless it is told not to, and says who it was', async () => {
    addHub({ fallbackTo: ['huggingface.co'] });
    const path = '/api/models/black-forest-labs/FLUX.1-schnell';
    expect(await (await ask(path)).json()).toMatchObject({ _source: 'huggingface.co' });
    expect((await ask(`${path}?fallback=false`)).status).toBe(404);
    const file = await ask('/models/black-forest-labs/FLUX.1-schnell/resolve/main/model_index.json', {
      redirect: 'manual',
    });
    expect([file.status, file.headers.get('x-source')]).toEqual([307, 'huggingface.co']);
    const listed = (await (await ask('/api/models')).json()) as { _source: string }[];
    expect(new Set(listed.map(({ _source }) => _source))).toEqual(new Set(['local', 'huggingface.co']));
  });

  test('two hubs that ask each other end the loop with an error', async () => {
    addHub({ fallbackTo: ['mirror.lab.example'] });
    lab().hubs.add({ host: 'mirror.lab.example', fallbackTo: [host] });
    expect((await ask('/api/models/none/none')).status).toBe(502);
    expect((await ask('/api/models/none/none?fallback=false')).status).toBe(404);
    // What one of them hosts is proxied by the other.
    const proxied = await ask('/api/models/acme/sdxl', undefined, 'mirror.lab.example');
    expect(await proxied.json()).toMatchObject({ id: 'acme/sdxl', _source: host });
  });

  test('can be reached without TLS, under a loopback name', async () => {
    lab().hubs.add({ host: 'localhost', repositories: [{ id: 'acme/sdxl', files }] });
    const base = `http://localhost:${lab().httpPort}`;
    expect((await lab().fetch(`${base}/api/models/acme/sdxl`)).status).toBe(200);
    const file = await lab().fetch(`${base}/models/acme/sdxl/resolve/main/README.md`);
    expect([await file.text(), new URL(file.url).host]).toEqual(['# acme', `s3.localhost:${lab().httpPort}`]);
  });
});
