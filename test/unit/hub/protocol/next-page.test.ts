import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nextTarget } from '../../../../src/hub/protocol/link-header.ts';
import { nextPage } from '../../../../src/hub/protocol/next-page.ts';
import { processorMs } from '../../processor-time.ts';
import { source } from '../make-hub.ts';

const mirror = source('a', { url: 'https://hub.example/mirror' });
const page = 'https://hub.example/mirror/api/models?limit=1000';
const next = (link: string) => nextPage(mirror, `<${link}>; rel="next"`, page);

describe('the next page is asked on the origin that was asked', () => {
  test.each([
    ['https://hub.example/mirror/api/models?cursor=2', 'its own'],
    ['/mirror/api/models?cursor=2', 'a relative one'],
    ['?cursor=2', 'a query alone'],
    ['https://huggingface.co/api/models?cursor=2', 'where a mirror copies from'],
    ['http://hub.example/mirror/api/models?cursor=2', 'http behind a proxy'],
    ['http://127.0.0.1:28080/api/models?cursor=2', 'the address behind a proxy'],
    ['https://hub.example:8443/kohaku/api/models?cursor=2', 'another port and path'],
    ['https://hub.example/api/models?cursor=2', 'its own, without the path it is served below'],
    ['//localhost:48888/api/models?cursor=2#x', 'without a scheme'],
    ['https://me:secret@hub.example/mirror/api/models?cursor=2', 'with a user name'],
  ])('%s', (link) => {
    expect(next(link)).toBe('https://hub.example/mirror/api/models?cursor=2');
  });

  test.each([
    'https://evil.example/x',
    'https://evil.example/api/datasets?cursor=2',
    '//evil.example/x',
    'javascript:alert(1)',
    'https://[',
  ])('%s leads nowhere', (link) => {
    expect(next(link)).toBe('unusable');
  });

  test('a KohakuHub is told again to answer for itself alone', () => {
    const hub = source('k', { type: 'kohakuhub', url: 'https://k.test' });
    const header = '<http://localhost:48888/api/models?cursor=2>; rel="next"';
    expect(nextPage(hub, header, 'https://k.test/api/models?fallback=false')).toBe(
      'https://k.test/api/models?cursor=2&fallback=false',
    );
  });

  test('a path with two slashes in front stays a path', () => {
    expect(
      nextPage(source('a'), '<https://a.test//evil.example/x>; rel="next"', 'https://a.test/api/models'),
    ).toBe('https://a.test//evil.example/x');
  });
});

describe('the Link header', () => {
  test.each([
    ['</a>; rel="next"', '/a'],
    ['</a>; rel=next', '/a'],
    ['</a>; title="x"; REL="Next"', '/a'],
    ['</p>; rel="prev", </a>; rel="next"', '/a'],
    ['</p>; rel=prev, </a>; rel=next, </z>; rel=last', '/a'],
    ['</a>; rel="last next"', '/a'],
    ["</a>; rel='next'", '/a'],
    ['</a>;rel = next', '/a'],
    ['</a?x=1,2;3>; rel="next"', '/a?x=1,2;3'],
    ['</a>; rel="nextish"', undefined],
    ['</a>; rel="prev"', undefined],
    ['</a', undefined],
    ['', undefined],
  ])('%s', (header, target) => {
    expect(nextTarget(header)).toBe(target);
  });

  test.each(['<', '<>', '<a>;', ';', '; rel=', ',', '"', '<a>; rel="'])(
    '250,000 × %s are read at once',
    (piece) => {
      expect(processorMs(() => nextTarget(piece.repeat(250_000)))).toBeLessThan(5_000);
    },
  );

  test('whatever it holds, reading it neither throws nor takes long', () => {
    const pieces = fc.array(fc.constantFrom('<', '>', ';', ' ', 'rel=', '"', 'next', ',', '/a'), {
      maxLength: 200,
    });
    fc.assert(
      fc.property(pieces, (parts) => {
        const link = nextPage(mirror, parts.join(''), page);
        expect(link === undefined || link === 'unusable' || link.startsWith('https://hub.example/')).toBe(
          true,
        );
      }),
      { numRuns: 300 },
    );
  });
});
