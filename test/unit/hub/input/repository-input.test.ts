import { describe, expect, test } from 'vitest';
import { parseRepositoryInput } from '../../../../src/hub/index.ts';
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
    ['https://huggingface.co/o/n/blob/v1/f.txt', 'hf', { type: 'model', id: 'o/n', revision: 'v1' }],
    [
      'https://huggingface.co/o/n/resolve/refs%2Fpr%2F1/f',
      'hf',
      { type: 'model', id: 'o/n', revision: 'refs/pr/1' },
    ],
    ['https://huggingface.co/o/n/tree/refs/pr/1', 'hf', { type: 'model', id: 'o/n', revision: 'refs/pr/1' }],
    ['https://huggingface.co/o/n/discussions/3', 'hf', { type: 'model', id: 'o/n' }],
    ['https://huggingface.co/datasets/o/n/viewer', 'hf', { type: 'dataset', id: 'o/n' }],
    ['https://huggingface.co/spaces/o/n', 'hf', { type: 'space', id: 'o/n' }],
    ['https://huggingface.co/api/models/o/n', 'hf', { type: 'model', id: 'o/n' }],
    ['huggingface.co/o/n', 'hf', { type: 'model', id: 'o/n' }],
    ['https://hf.co/o/n', 'hf', { type: 'model', id: 'o/n' }],
    ['hf.co/datasets/o/n', 'hf', { type: 'dataset', id: 'o/n' }],
    ['http://10.0.0.5:28080/models/o/n/tree/main', 'lab', { type: 'model', id: 'o/n' }],
    ['10.0.0.5:28080/spaces/o/n/blob/dev/f', 'lab', { type: 'space', id: 'o/n', revision: 'dev' }],
    ['http://10.0.0.5:28080/datasets/o/n/resolve/main/f', 'lab', { type: 'dataset', id: 'o/n' }],
    ['https://mirror.example/hf/o/n', 'mirror', { type: 'model', id: 'o/n' }],
  ])('pasted: %s', (text, home, ref) => {
    expect(parse(text)).toEqual({ ref, source: home });
  });

  test.each([
    ['', 'empty'],
    ['  ', 'empty'],
    ['a/b/c', 'not-a-repository'],
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
