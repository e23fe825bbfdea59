import { describe, expect, test } from 'vitest';
import { parseRepositoryInput, parseSourceUrl } from '../../../../src/hub/index.ts';
import { processorMs } from '../../processor-time.ts';
import { source } from '../make-hub.ts';

const sources = [
  source('hf', { url: 'https://huggingface.co' }),
  source('lab', { url: 'http://10.0.0.5:28080/', type: 'kohakuhub' }),
  source('mirror', { url: 'https://mirror.example/hf' }),
];
const parse = (text: string) => parseRepositoryInput(text, sources);

describe('parseRepositoryInput', () => {
  test.each([
    ['owner/name', { type: 'model', id: 'owner/name' }],
    [' gpt2 ', { type: 'model', id: 'gpt2' }],
    ['models/owner/name', { type: 'model', id: 'owner/name' }],
    ['datasets/owner/name', { type: 'dataset', id: 'owner/name' }],
    ['datasets/squad', { type: 'dataset', id: 'squad' }],
    ['spaces/owner/name', { type: 'space', id: 'owner/name' }],
    ['owner/name/', { type: 'model', id: 'owner/name' }],
    ['owner/name.git', { type: 'model', id: 'owner/name' }],
    ['“owner/name”', { type: 'model', id: 'owner/name' }],
    ["pipe = from_pretrained('owner/name')", { type: 'model', id: 'owner/name' }],
    ['hf download owner/name', { type: 'model', id: 'owner/name' }],
    ['own\u200ber/na\u00adme', { type: 'model', id: 'owner/name' }],
    ['hf://owner/name', { type: 'model', id: 'owner/name' }],
    ['hf://datasets/o/n@v1', { type: 'dataset', id: 'o/n', revision: 'v1' }],
    ['hf://datasets/o/n@refs%2Fpr%2F1/data/x.parquet', { type: 'dataset', id: 'o/n', revision: 'refs/pr/1' }],
    ['hf://spaces/o/n@main/app.py', { type: 'space', id: 'o/n' }],
    ['owner/模型-1.5', { type: 'model', id: 'owner/模型-1.5' }],
  ])('typed: %s', (text, ref) => {
    expect(parse(text)).toEqual({ ref });
  });

  test.each([
    ['https://huggingface.co/owner/name', 'hf', { type: 'model', id: 'owner/name' }],
    ['https://huggingface.co/owner/name/', 'hf', { type: 'model', id: 'owner/name' }],
    ['https://huggingface.co/gpt2', 'hf', { type: 'model', id: 'gpt2' }],
    ['https://huggingface.co/gpt2/tree/main', 'hf', { type: 'model', id: 'gpt2' }],
    ['https://huggingface.co/owner/name/tree/main/sub?x=1#y', 'hf', { type: 'model', id: 'owner/name' }],
    [
      'https://huggingface.co/o/n/resolve/refs%2Fpr%2F1/f',
      'hf',
      { type: 'model', id: 'o/n', revision: 'refs/pr/1' },
    ],
    ['https://huggingface.co/o/n/tree/refs/pr/1', 'hf', { type: 'model', id: 'o/n', revision: 'refs/pr/1' }],
    ['https://huggingface.co/o/n.git', 'hf', { type: 'model', id: 'o/n' }],
    ['git clone https://huggingface.co/o/n', 'hf', { type: 'model', id: 'o/n' }],
    ['git clone --depth 1 https://huggingface.co/o/n.git here', 'hf', { type: 'model', id: 'o/n' }],
    ['git@hf.co:datasets/o/n.git', 'hf', { type: 'dataset', id: 'o/n' }],
    ['"https://huggingface.co/o/n"', 'hf', { type: 'model', id: 'o/n' }],
    ['<https://huggingface.co/o/n>', 'hf', { type: 'model', id: 'o/n' }],
    ['[n](https://huggingface.co/o/n),', 'hf', { type: 'model', id: 'o/n' }],
    ['\u200bhttps://huggingface.co/o/n\u2060', 'hf', { type: 'model', id: 'o/n' }],
    ['https://huggingface.co/o/n/discussions/3', 'hf', { type: 'model', id: 'o/n' }],
    ['https://huggingface.co/datasets/o/n/viewer', 'hf', { type: 'dataset', id: 'o/n' }],
    ['https://huggingface.co/spaces/o/n', 'hf', { type: 'space', id: 'o/n' }],
    ['https://huggingface.co/api/models/o/n', 'hf', { type: 'model', id: 'o/n' }],
    ['huggingface.co/o/n', 'hf', { type: 'model', id: 'o/n' }],
    ['https://hf.co/o/n', 'hf', { type: 'model', id: 'o/n' }],
    ['hf.co/datasets/o/n', 'hf', { type: 'dataset', id: 'o/n' }],
    ['http://10.0.0.5:28080/models/o/n/tree/main', 'lab', { type: 'model', id: 'o/n' }],
    ['http://10.0.0.5:28080/datasets/o/n/resolve/main/f', 'lab', { type: 'dataset', id: 'o/n' }],
    ['https://mirror.example/hf/o/n', 'mirror', { type: 'model', id: 'o/n' }],
  ])('pasted: %s', (text, home, ref) => {
    expect(parse(text)).toEqual({ ref, source: home });
  });

  test.each([
    ['https://huggingface.co/o/n/blob/v1/f.txt', 'hf', 'model', 'v1', 'v1/f.txt'],
    ['https://huggingface.co/o/n/tree/feature/x', 'hf', 'model', 'feature', 'feature/x'],
    ['10.0.0.5:28080/spaces/o/n/blob/dev/f', 'lab', 'space', 'dev', 'dev/f'],
  ])('how far a branch goes is left open: %s', (text, home, type, revision, revisionAndPath) => {
    expect(parse(text)).toEqual({ ref: { type, id: 'o/n', revision }, source: home, revisionAndPath });
  });

  test.each([
    ['slashes in front', '/'.repeat(200_000)],
    ['slashes behind', `https://huggingface.co/o/n${'/'.repeat(200_000)}x`],
    ['quotes', '"'.repeat(200_000)],
    ['brackets', '](('.repeat(60_000)],
    ['spaces', `git clone ${' '.repeat(200_000)}x`],
  ])('200,000 %s are read at once', (_, text) => {
    const read = () => {
      parse(text);
      parseSourceUrl(`https://hub.example/${text}`);
    };
    expect(processorMs(read)).toBeLessThan(5_000);
  });

  test.each([
    ['', 'empty'],
    ['  ', 'empty'],
    ['a/b/c', 'not-a-repository'],
    ['\u200b', 'empty'],
    ['<>', 'empty'],
    ['hf://', 'not-a-repository'],
    ['git clone --depth 1', 'not-a-repository'],
    ['o/..', 'not-a-repository'],
    ['o//n', 'not-a-repository'],
    ['what is a cat?', 'not-a-repository'],
    ['o/n#x', 'not-a-repository'],
    ['ftp://x/y', 'not-a-repository'],
    ['https://huggingface.co/', 'not-a-repository'],
    ['https://huggingface.co/docs/hub', 'not-a-repository'],
    ['https://huggingface.co/models', 'not-a-repository'],
    ['https://huggingface.co/o/%E0%A4%A', 'not-a-repository'],
    ['https://huggingface.co/o%2Fx/n', 'not-a-repository'],
    ['http://10.0.0.5:28080/somebody', 'not-a-repository'],
    ['https://example.org/o/n', 'unknown-host'],
    ['https://mirror.example/other/o/n', 'unknown-host'],
    ['http://huggingface.co/o/n', 'unknown-host'],
    ['example.org/o/n', 'unknown-host'],
  ])('%j: %s', (text, problem) => {
    expect(parse(text)).toEqual({ problem });
  });
});

describe('what else people paste', () => {
  const hubs = [
    source('hf', { url: 'https://huggingface.co' }),
    source('ula', { url: 'http://[fd00::1]:28080', type: 'kohakuhub' }),
    source('mirror', { url: 'https://mirror.example:8443/hf' }),
  ];
  const model = { type: 'model', id: 'o/n' };
  const dataset = { type: 'dataset', id: 'o/n' };

  test.each([
    ['git lfs clone https://huggingface.co/o/n', { ref: model, source: 'hf' }],
    ['git lfs install && git clone https://huggingface.co/datasets/o/n.git', { ref: dataset, source: 'hf' }],
    ['$ git clone --depth 1 git@hf.co:o/n', { ref: model, source: 'hf' }],
    ['git clone ssh://git@hf.co:22/o/n', { ref: model, source: 'hf' }],
    ['GIT_LFS_SKIP_SMUDGE=1 git clone https://huggingface.co/o/n', { ref: model, source: 'hf' }],
    ['wget https://huggingface.co/o/n/resolve/main/w.bin', { ref: model, source: 'hf' }],
    ['curl -L "https://huggingface.co/o/n/resolve/main/w.bin?download=true"', { ref: model, source: 'hf' }],
    ['See https://huggingface.co/o/n.', { ref: model, source: 'hf' }],
    ['[o/n](https://huggingface.co/datasets/o/n)', { ref: dataset, source: 'hf' }],
    ['<https://huggingface.co/o/n>', { ref: model, source: 'hf' }],
    ['huggingface-cli download o/n', { ref: model }],
    ['huggingface-cli download --repo-type dataset o/n --local-dir data/n', { ref: dataset }],
    ['hf download o/n model.safetensors --repo-type=dataset', { ref: dataset }],
    ['hf download --include "a/*.bin" o/n', { ref: model }],
    ['ds = load_dataset("o/n", split="train")', { ref: dataset }],
    ["snapshot_download(repo_id='o/n', repo_type='space')", { ref: { type: 'space', id: 'o/n' } }],
    ['ollama run hf.co/o/n:Q4_K_M', { ref: model, source: 'hf' }],
    ['o/n:Q4_K_M', { ref: model }],
    ['o/n@v1', { ref: { ...model, revision: 'v1' } }],
    ['o/n@main', { ref: model }],
    ['/o/n', { ref: model }],
    ['@o/n', { ref: model }],
    ['o/n?library=diffusers', { ref: model }],
    ['huggingface.co:443/o/n', { ref: model, source: 'hf' }],
    ['HTTPS://HuggingFace.CO/o/n?library=diffusers#x', { ref: model, source: 'hf' }],
    ['http://[fd00::1]:28080/models/o/n', { ref: model, source: 'ula' }],
    ['[fd00::1]:28080/datasets/o/n', { ref: dataset, source: 'ula' }],
    ['https://mirror.example:8443/hf/datasets/o/n/blob/main/a.csv', { ref: dataset, source: 'mirror' }],
  ])('%s', (text, expected) => {
    expect(parseRepositoryInput(text, hubs)).toMatchObject(expected);
  });

  test.each([
    ['https://mirror.example:8443/o/n', 'unknown-host'],
    ['https://mirror.example/hf/o/n', 'unknown-host'],
    ['http://huggingface.co:8080/o/n', 'unknown-host'],
    ['o/n@', 'not-a-repository'],
    ['o/n@a b', 'not-a-repository'],
    ['@', 'not-a-repository'],
    ['?x', 'not-a-repository'],
    ['o/n?x=1', 'not-a-repository'],
    ['o/n#top', 'not-a-repository'],
  ])('%s is not one', (text, problem) => {
    expect(parseRepositoryInput(text, hubs)).toEqual({ problem });
  });
});
