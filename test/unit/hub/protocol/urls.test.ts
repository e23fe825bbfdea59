import { describe, expect, test } from 'vitest';
import { fileUrl, infoUrl, pageUrl, pathsInfoUrl, treeUrl } from '../../../../src/hub/protocol/urls.ts';
import { source } from '../make-hub.ts';

const huggingFace = source('a');
const kohakuHub = source('k', { type: 'kohakuhub', url: 'http://127.0.0.1:28080/' });
const model = { type: 'model', id: 'o/r' } as const;
const space = { type: 'space', id: 'o/r', revision: 'refs/pr/1' } as const;

describe('URL mapping', () => {
  test('Hugging Face keeps models at its root', () => {
    expect(pageUrl(huggingFace, model, 'o/r')).toBe('https://a.test/o/r');
    expect(pageUrl(huggingFace, space, 'o/r')).toBe('https://a.test/spaces/o/r');
    expect(fileUrl(huggingFace, model, 'o/r', 'd/ü #1.bin')).toBe(
      'https://a.test/o/r/resolve/main/d/%C3%BC%20%231.bin',
    );
  });

  test('KohakuHub has a folder for each type and is told to answer for itself', () => {
    expect(pageUrl(kohakuHub, model, 'o/r')).toBe('http://127.0.0.1:28080/models/o/r');
    expect(infoUrl(kohakuHub, model, 'o/r')).toBe('http://127.0.0.1:28080/api/models/o/r?fallback=false');
    expect(treeUrl(kohakuHub, space, 'o/r', '', { recursive: 'true' })).toBe(
      'http://127.0.0.1:28080/api/spaces/o/r/tree/refs%2Fpr%2F1?recursive=true&fallback=false',
    );
    expect(pathsInfoUrl(kohakuHub, model, 'o/r')).toBe(
      'http://127.0.0.1:28080/api/models/o/r/paths-info/main?fallback=false',
    );
  });

  test('what a verdict rests on is expanded, too, where the type has it', () => {
    const expanded = (ref: typeof model | typeof space) =>
      new URL(infoUrl(huggingFace, ref, ref.id, ['tags', 'gated'])).searchParams.getAll('expand[]');
    expect(expanded(model)).toEqual(['tags', 'gated', 'disabled']);
    expect(expanded({ ...space })).toEqual(['tags', 'gated', 'disabled']);
    expect(new URL(infoUrl(huggingFace, space, 'o/r', ['tags'])).searchParams.getAll('expand[]')).toEqual([
      'tags',
      'disabled',
    ]);
  });
});
