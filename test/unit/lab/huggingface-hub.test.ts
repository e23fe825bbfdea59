import {
  downloadFile,
  fileDownloadInfo,
  listFiles,
  listModels,
  modelInfo,
  pathsInfo,
  whoAmI,
} from '@huggingface/hub';
import { describe, expect, test } from 'vitest';
import { withLab } from './with-lab.ts';

const FLUX = 'black-forest-labs/FLUX.1-schnell';

async function collect<T>(items: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const item of items) all.push(item);
  return all;
}

describe('the public hub client against huggingface.co of the lab', () => {
  const lab = withLab();
  const anonymous = () => ({ fetch: lab().fetch });
  const known = (accessToken = 'hf_sample') => ({ fetch: lab().fetch, accessToken });

  test('reads a model, with fields it asks for', async () => {
    const info = await modelInfo({ name: FLUX, additionalFields: ['author', 'sha'], ...anonymous() });
    expect(info).toMatchObject({
      name: FLUX,
      task: 'text-to-image',
      private: false,
      author: 'black-forest-labs',
    });
  });

  test('follows a renamed model to its new name', async () => {
    expect((await modelInfo({ name: 'gpt2', ...anonymous() })).name).toBe('openai-community/gpt2');
  });

  test('cannot tell a missing model from a private one without a token', async () => {
    await expect(modelInfo({ name: 'none/none', ...anonymous() })).rejects.toMatchObject({ statusCode: 401 });
    await expect(modelInfo({ name: 'someuser/private-model', ...anonymous() })).rejects.toMatchObject({
      statusCode: 401,
    });
    await expect(modelInfo({ name: 'none/none', ...known() })).rejects.toMatchObject({ statusCode: 404 });
    expect((await modelInfo({ name: 'someuser/private-model', ...known('hf_owner') })).private).toBe(true);
  });

  test('is refused with a bad token, even for a public model', async () => {
    await expect(modelInfo({ name: FLUX, ...known('hf_invalid') })).rejects.toMatchObject({
      statusCode: 401,
    });
  });

  test('lists models by search, task and provider, over several pages', async () => {
    const search = { task: 'text-to-image' as const, inferenceProviders: ['fal-ai'] };
    const found = await collect(listModels({ search, limit: 10, ...anonymous() }));
    expect(found.map(({ name }) => name)).toContain('Qwen/Qwen-Image');
    expect(found.map(({ name }) => name)).not.toContain('openai-community/gpt2');

    const first = await lab().fetch('https://huggingface.co/api/models?limit=2&sort=likes');
    const next = first.headers.get('link')?.match(/<(.*)>; rel="next"/)?.[1] ?? '';
    const second = (await (await lab().fetch(next)).json()) as { id: string }[];
    expect(second).toHaveLength(2);
    expect((await first.json()) as { id: string }[]).not.toContainEqual(second[0]);
  });

  test('lists files, in folders and below', async () => {
    const top = await collect(listFiles({ repo: FLUX, ...anonymous() }));
    expect(top).toContainEqual(expect.objectContaining({ type: 'directory', path: 'transformer' }));
    const all = await collect(listFiles({ repo: FLUX, recursive: true, ...anonymous() }));
    expect(all.map(({ path }) => path)).toContain('transformer/config.json');
  });

  test('tells what is known of paths, and leaves out what does not exist', async () => {
    const paths = ['flux1-schnell.safetensors', 'nothing.txt'];
    const [file, ...others] = await pathsInfo({ repo: FLUX, paths, ...anonymous() });
    expect(others).toEqual([]);
    expect(file).toMatchObject({ path: 'flux1-schnell.safetensors', size: 23_782_506_688 });
  });

  test('downloads a small file and describes a large one', async () => {
    const small = await downloadFile({ repo: FLUX, path: 'model_index.json', ...anonymous() });
    expect(await small?.text()).toBe('{"_class_name":"FluxPipeline"}');
    const large = await fileDownloadInfo({ repo: FLUX, path: 'flux1-schnell.safetensors', ...anonymous() });
    expect(large?.size).toBe(23_782_506_688);
    expect(await fileDownloadInfo({ repo: FLUX, path: 'nothing.txt', ...anonymous() })).toBeNull();
  });

  test('serves files of a gated model to those who were granted it', async () => {
    const ask = { repo: 'black-forest-labs/FLUX.1-dev', path: 'README.md' };
    await expect(fileDownloadInfo({ ...ask, ...anonymous() })).rejects.toMatchObject({ statusCode: 401 });
    await expect(fileDownloadInfo({ ...ask, ...known() })).rejects.toMatchObject({ statusCode: 403 });
    expect(await fileDownloadInfo({ ...ask, ...known('hf_granted') })).not.toBeNull();
  });

  test('knows whose token it is and what it may do', async () => {
    const me = await whoAmI(known());
    expect(me).toMatchObject({ type: 'user', name: 'someuser' });
    expect(me.auth.accessToken).toMatchObject({
      role: 'fineGrained',
      fineGrained: { global: ['inference.serverless.write'] },
    });
    const weak = await whoAmI(known('hf_noinference'));
    expect(weak.auth.accessToken).toMatchObject({ fineGrained: { global: [] } });
    await expect(whoAmI(known('hf_expired'))).rejects.toMatchObject({ statusCode: 401 });
  });

  test('sends how much of the quota is left with every answer', async () => {
    for (const path of ['/api/models/gpt2', '/api/models/none/none', '/api/whoami-v2', '/nothing']) {
      const { headers } = await lab().fetch(`https://huggingface.co${path}`, { redirect: 'manual' });
      expect(headers.get('ratelimit')).toMatch(/^"api";r=\d+;t=\d+$/);
    }
  });
});

describe('the public hub client against a KohakuHub of the lab', () => {
  const lab = withLab();
  const hubUrl = 'https://hub.lab.example';

  test('reads, lists and downloads, and meets the known differences', async () => {
    const files = [{ path: 'a.safetensors', content: 'weights' }];
    lab().hubs.add({ host: 'hub.lab.example', repositories: [{ id: 'acme/sdxl', likes: 3, files }] });
    const ask = { hubUrl, fetch: lab().fetch };
    expect((await modelInfo({ name: 'acme/sdxl', revision: 'main', ...ask })).name).toBe('acme/sdxl');
    expect(await collect(listFiles({ repo: 'acme/sdxl', ...ask }))).toHaveLength(1);
    // It asks for /revision/HEAD, sends paths-info as JSON and sorts by trendingScore: none of it is known here.
    await expect(modelInfo({ name: 'acme/sdxl', ...ask })).rejects.toMatchObject({ statusCode: 404 });
    await expect(pathsInfo({ repo: 'acme/sdxl', paths: ['a.safetensors'], ...ask })).rejects.toMatchObject({
      statusCode: 422,
    });
    await expect(collect(listModels({ sort: 'trendingScore', ...ask }))).rejects.toMatchObject({
      statusCode: 422,
    });
  });
});
