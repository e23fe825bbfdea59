import { execFileSync } from 'node:child_process';
import { globSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  importsOfCss,
  type ParsedSource,
  parsedSources,
  parsedText,
  type SyntaxNode,
  walk,
} from './source/parsed-source.ts';

/** What a room may take from another: all of it, types alone, or types and these values. */
type Grant = 'all' | 'types' | readonly string[];

interface Room {
  rooms: Record<string, Grant>;
  /** Packages; types of a package in brackets. */
  packages: readonly string[];
}

/** DESIGN.md, "Rooms": who may import whom. */
const ROOMS: Record<string, Room> = {
  language: { rooms: {}, packages: [] },
  web: { rooms: {}, packages: [] },
  storage: { rooms: {}, packages: [] },
  generation: { rooms: {}, packages: ['zod/mini'] },
  hub: { rooms: {}, packages: ['zod/mini'] },
  browser: {
    rooms: {},
    packages: ['wxt/browser', 'idb-keyval', '[vite]'],
  },
  messages: { rooms: { settings: 'all', generation: 'all', hub: 'types' }, packages: ['zod/mini'] },
  settings: { rooms: { generation: 'all', hub: 'types' }, packages: ['zod/mini'] },
  gallery: {
    // A request's style is read and named in one room.
    rooms: { generation: ['storedOwnStyle', 'styleUsed'], hub: 'types' },
    packages: ['idb', 'zod/mini', 'client-zip', '@zip.js/zip.js/lib/zip-core-custom.js', '[@zip.js/zip.js]'],
  },
  jobs: { rooms: { generation: 'all', gallery: 'all' }, packages: ['zod/mini'] },
  // The words of failures and the bytes of pictures are values of the pure room.
  providers: {
    rooms: { generation: 'all', hub: 'types' },
    packages: ['zod/mini', '@heyputer/puter.js', '[vite]'],
  },
  background: {
    rooms: {
      generation: 'all',
      hub: 'all',
      browser: 'all',
      messages: 'all',
      settings: 'all',
      gallery: 'all',
      jobs: 'all',
      providers: 'all',
    },
    packages: ['wxt/browser', 'zod/mini'],
  },
  // Pages read: the read sides of jobs and gallery, and what the pure rooms know of a request and an address.
  ui: {
    rooms: {
      messages: 'all',
      settings: [
        'DEFINITION',
        'providersInOrder',
        'usableProviders',
        'hasOwnUrl',
        // What a style makes of a request is seen before it is sent.
        'SHIPPED_STYLES',
        'inStyle',
        'styleToText',
        'STYLE_LIMITS',
        'LONGEST_STYLE_TEXT',
        'takesEndpointToken',
      ],
      jobs: [
        'againHelps',
        'elapsed',
        'jobArea',
        'isActive',
        'isUnseen',
        'mayHavePaid',
        'mayStillCome',
        'owesPicture',
        'readJobs',
        'remainingWaitMs',
        'watchJobs',
      ],
      gallery: [
        'readPicture',
        'isUnusable',
        'createGalleryReader',
        'parsePicture',
        'fileToSave',
        'readMetadata',
        'writeArchive',
        'spaceForArchive',
        'openExports',
        'removeExports',
        'EXPORT_STAYS_MS',
        'readArchive',
        'importPictures',
        'fileName',
        'NOTICE_KEYS',
        'parseNotice',
      ],
      generation: 'all',
      // What an address, a verdict and a pin mean.
      hub: ['parseSourceUrl', 'isDefinitive', 'isHere', 'isNo', 'isLimited', 'pinning', 'ownerOf'],
    },
    packages: ['preact', 'preact/hooks', '@preact/signals', 'wxt/browser', 'zod/mini'],
  },
  // Runs in the build alone.
  licences: { rooms: {}, packages: ['node:fs/promises', 'node:path', '[vite]'] },
  // Beside the background and the pages: the offscreen document, and the pages within it.
  entrypoints: {
    rooms: {
      background: 'all',
      ui: 'all',
      browser: ['startOffscreenDocument', 'startRedirectPage'],
      providers: ['startPuterPage'],
    },
    packages: ['wxt/utils/define-background', 'wxt/utils/define-unlisted-script'],
  },
};

/** Open to all rooms, and taking from none. */
const GROUND = ['language', 'web', 'storage'];
const PURE = [...GROUND, 'generation', 'hub'];

/** More than 200 lines, and why. */
const LONG_FILES: Record<string, string> = {
  'src/hub/types.ts': 'the words of the hub contract, which are one list',
  'src/licences/build/texts/Apache-2.0.txt': 'the licence, word for word',
};

const sources = parsedSources('src', 'entrypoints');
const styles = globSync('src/**/*.css').map((path) => ({
  path,
  imports: importsOfCss(readFileSync(path, 'utf8')),
}));
const files: Pick<ParsedSource, 'path' | 'imports'>[] = [...sources, ...styles];

function roomOf(path: string): string {
  const [top = '', room = ''] = path.split('/');
  return top === 'src' ? room : top;
}

function grants(grant: Grant | undefined, values: readonly string[]): boolean {
  if (grant === undefined || grant === 'all') return grant === 'all';
  return values.every((value) => grant !== 'types' && grant.includes(value));
}

/** The imports of a file that its room may not have. */
function forbidden({ path, imports }: Pick<ParsedSource, 'path' | 'imports'>): string[] {
  const room = ROOMS[roomOf(path)];
  return imports
    .filter(({ from, values }) => {
      if (!from.startsWith('.'))
        return (
          !room?.packages.includes(from) && !(values.length === 0 && room?.packages.includes(`[${from}]`))
        );
      const target = roomOf(posix.join(posix.dirname(path), from));
      if (target === roomOf(path)) return false;
      if (GROUND.includes(target) && !GROUND.includes(roomOf(path))) return false;
      return !grants(room?.rooms[target], values);
    })
    .map(({ from, values }) => `${path} takes ${values.join(', ') || 'types'} from ${from}`);
}

describe('who imports whom', () => {
  test('every room is known', () => {
    expect(new Set(sources.map(({ path }) => roomOf(path)))).toEqual(new Set(Object.keys(ROOMS)));
  });

  test('only along the arrows of the plan', () => {
    expect(files.flatMap(forbidden)).toEqual([]);
  });

  test('every file is one whose imports are read here', () => {
    const others = globSync('{src,entrypoints}/**/*.*').filter((path) => !/\.(?:tsx?|css)$/.test(path));
    expect(
      others.filter(
        (path) => !/^entrypoints\/[a-z]+\/index\.html$|^src\/licences\/build\/texts\//.test(path),
      ),
    ).toEqual([]);
  });

  test('an import names its file as it is, so that circles are found', () => {
    const known = new Set(files.map(({ path }) => path));
    const unknown = files.flatMap((file) => targetsOf(file).filter((target) => !known.has(target)));
    expect(unknown).toEqual([]);
  });

  test('nothing is loaded by another way than an import', () => {
    const ways = /\bimport\.meta\.glob\b|\bnew (?:Shared)?Worker\b|\brequire\s*\(|<reference\s+path/;
    expect(sources.filter(({ text }) => ways.test(text)).map(({ path }) => path)).toEqual([]);
  });

  test.each([
    ['src/web/x.ts', "import { defined } from '../hub/config.ts';"],
    ['src/storage/x.ts', "import * as z from 'zod/mini';"],
    ['src/generation/x.ts', "import type { Hub } from '../hub/index.ts';"],
    ['src/hub/x.ts', "import { idb } from 'idb';"],
    ['src/hub/x.ts', "import { browser } from 'wxt/browser';"],
    ['src/messages/x.ts', "import { readJobs } from '../jobs/index.ts';"],
    ['src/messages/x.ts', "import { type Source, createHub } from '../hub/index.ts';"],
    ['src/settings/x.ts', "export * from '../hub/index.ts';"],
    ['src/jobs/x.ts', "import type { Settings } from '../settings/index.ts';"],
    ['src/providers/x.ts', "const hub = import('../hub/index.ts');"],
    ['src/jobs/x.ts', "type Values = import('../settings/index.ts').Settings;"],
    ['src/hub/x.ts', "const jobs = import('../jobs/' + 'index.ts');"],
    ['src/storage/x.ts', "import { delay } from '../web/wait.ts';"],
    ['src/hub/x.ts', "import { parseJob } from '@/src/jobs/index.ts';"],
    ['src/hub/x.ts', "export type * from '../jobs/index.ts';"],
    ['src/providers/x.ts', "import { build } from 'vite';"],
    ['src/ui/x.tsx', "import { storePicture } from '../gallery/index.ts';"],
    ['src/ui/x.tsx', "import { createJobStore } from '../jobs/index.ts';"],
    ['src/ui/x.tsx', "import { createSettingsStore } from '../settings/index.ts';"],
    ['src/ui/x.tsx', "import '../background/start.ts';"],
    ['src/ui/x.tsx', "import * as hub from '../hub/index.ts';"],
    ['src/ui/x.tsx', "import React from 'react';"],
    ['entrypoints/x.ts', "import { createHub } from '../src/hub/index.ts';"],
  ])('this test sees through %s: %s', (path, text) => {
    expect(forbidden({ path, ...parsedText(path, text) })).toHaveLength(1);
  });

  test.each([
    ['src/ui/x.tsx', "import { type Job, watchJobs } from '../jobs/index.ts'; import './x.css';"],
    ['src/ui/x.tsx', "import type { Settings } from '../settings/index.ts';"],
    ['src/messages/x.ts', "import type { ProviderName } from '../generation/index.ts';"],
    ['src/jobs/x.ts', "import { applyStyle } from '../generation/index.ts';"],
    ['src/messages/x.ts', "import { defined } from '../storage/defined.ts';"],
    ['entrypoints/popup/x.ts', "import '../../src/ui/popup/start-popup.tsx';"],
  ])('and lets through %s: %s', (path, text) => {
    expect(forbidden({ path, ...parsedText(path, text) })).toEqual([]);
  });

  test('extension APIs are named in three rooms, and by the pages in one file', () => {
    const naming = sources.filter(({ imports }) => imports.some(({ from }) => from === 'wxt/browser'));
    const pages = naming.filter(({ path }) => roomOf(path) === 'ui');
    expect(pages.map(({ path }) => path)).toEqual([
      'src/ui/page/browser-settings.ts',
      'src/ui/page/extension.ts',
      'src/ui/page/private-window.ts',
    ]);
  });

  test('what runs in the build runs nowhere else', () => {
    const users = sources.filter(
      ({ path, imports }) =>
        !path.includes('/build/') && imports.some(({ from }) => from.includes('/build/')),
    );
    expect(users.map(({ path }) => path)).toEqual([]);
  });
});

/** The files that a file imports, types too. */
function targetsOf({ path, imports }: Pick<ParsedSource, 'path' | 'imports'>): string[] {
  return imports.flatMap(({ from }) => (from.startsWith('.') ? [posix.join(posix.dirname(path), from)] : []));
}

/** Every circle of imports, each listed once as the path around it. */
function circlesIn(files: readonly Pick<ParsedSource, 'path' | 'imports'>[]): string[] {
  const targets = new Map(files.map((file) => [file.path, targetsOf(file)]));
  const done = new Set<string>();
  const circles: string[] = [];
  const visit = (path: string, way: readonly string[]) => {
    if (way.includes(path)) circles.push([...way.slice(way.indexOf(path)), path].join(' > '));
    else if (!done.has(path)) {
      for (const target of targets.get(path) ?? []) visit(target, [...way, path]);
      done.add(path);
    }
  };
  for (const { path } of files) visit(path, []);
  return circles;
}

describe('circles', () => {
  test('no file imports itself by way of others, not even for types', () => {
    expect(circlesIn(files)).toEqual([]);
  });

  test('this test sees one', () => {
    const file = (path: string, text: string) => ({ path, ...parsedText(path, text) });
    const files = [
      file('src/a/one.ts', "import '../b/two.ts';"),
      file('src/b/two.ts', "import type { Three } from './three.ts';"),
      file('src/b/three.ts', "export const four = null as import('../a/one.ts').One | null;"),
    ];
    expect(circlesIn(files)).toEqual(['src/a/one.ts > src/b/two.ts > src/b/three.ts > src/a/one.ts']);
  });
});

describe('pages', () => {
  const doorsTo = sources.filter(({ path }) => path.startsWith('entrypoints/')).flatMap(targetsOf);
  /** The pages. The other folders of `ui` are shared by pages. */
  const PAGES = globSync('src/ui/*/')
    .map((path) => posix.basename(path))
    .filter((name) => doorsTo.some((path) => path.startsWith(`src/ui/${name}/`)));
  const pageOf = (path: string) =>
    path.startsWith('src/ui/') ? PAGES.find((page) => path.split('/')[2] === page) : undefined;

  /** The imports by which a page, or what pages share, takes from a page. */
  const fromPages = (file: Pick<ParsedSource, 'path' | 'imports'>) =>
    targetsOf(file).filter((target) => pageOf(target) !== undefined && pageOf(target) !== pageOf(file.path));

  test('are known by their doors', () => {
    expect(PAGES.toSorted()).toEqual(['gallery', 'options', 'popup', 'side-panel', 'welcome']);
  });

  test('take nothing from each other, and what they share takes nothing from them', () => {
    const inside = files.filter(({ path }) => roomOf(path) === 'ui');
    expect(inside.flatMap((file) => fromPages(file).map((target) => `${file.path} > ${target}`))).toEqual([]);
  });

  test.each([
    ['src/ui/options/x.ts', "import '../popup/y.ts';", 1],
    ['src/ui/lookup/x.ts', "import type { Y } from '../options/y.ts';", 1],
    ['src/ui/popup/x.ts', "import './y.ts'; import '../lookup/z.ts';", 0],
    ['src/ui/popup/x.css', "@import '../options/y.css';", 1],
    ['src/ui/popup/x.css', '@import url("../theme.css");', 0],
  ])('this test sees %s: %s', (path, text, count) => {
    const imports = path.endsWith('.css') ? importsOfCss(text) : parsedText(path, text).imports;
    expect(fromPages({ path, imports })).toHaveLength(count);
  });
});

describe('tests mirror the source', () => {
  const tests = globSync('test/unit/**/*.test.{ts,tsx}').map((path) => path.replace('test/unit/', ''));
  /** What is tested there lies outside of `src`: the lab, and the built packages. */
  const ELSEWHERE = ['lab', 'built'];
  const inSrc = tests.filter((path) => !ELSEWHERE.includes(path.split('/')[0] ?? ''));
  const folders = new Set(
    sources.flatMap(({ path }) => (path.startsWith('src/') ? [posix.dirname(path.slice(4))] : [])),
  );
  const names = Map.groupBy(
    sources.filter(({ path }) => path.startsWith('src/')),
    ({ path }) => posix.basename(path).replace(/\.tsx?$/, ''),
  );

  test('each lies in the folder of what it tests', () => {
    const isFolder = (folder: string) =>
      folder === '.' || [...folders].some((one) => one === folder || one.startsWith(`${folder}/`));
    expect(inSrc.filter((path) => !isFolder(posix.dirname(path)))).toEqual([]);
  });

  test('one that is named after a file lies where that file lies', () => {
    const misplaced = inSrc.filter((path) => {
      const files = names.get(posix.basename(path).replace(/\.test\.tsx?$/, '')) ?? [];
      const places = files.map((file) => posix.dirname(file.path.slice(4)));
      // One that is named after its folder tests the room as a whole.
      const isOfRoom = posix.basename(posix.dirname(path)) === posix.basename(path).split('.')[0];
      return !isOfRoom && places.length > 0 && !places.includes(posix.dirname(path));
    });
    expect(misplaced).toEqual([]);
  });

  test('none lies where it is not run', () => {
    const all = globSync('test/**/*.{test,spec}.*', { exclude: (path) => path.endsWith('node_modules') });
    expect(
      all.filter((path) => !/^test\/(?:unit|properties|conformance|e2e)\/.*\.test\.tsx?$/.test(path)),
    ).toEqual([]);
  });
});

describe('pure rooms', () => {
  /** What a pure room gets handed in instead. `setTimeout`, `performance` and hashing depend on nobody. */
  const AMBIENT =
    /\b(?:browser|chrome|navigator|document|window|globalThis|self|localStorage|indexedDB|caches)\s*[.[]|\bDate\.now\s*\(|\bnew Date\s*\(\s*\)|\bMath\.random\s*\(|\bconsole\s*\.|\bcrypto\.(?:randomUUID|getRandomValues)/;
  const pure = sources.filter(({ path }) => PURE.includes(roomOf(path)));

  /** Whether a file calls a `fetch` that nobody handed in. */
  function callsGlobalFetch(program: SyntaxNode): boolean {
    let [called, bound] = [false, false];
    walk(program, (node) => {
      const callee = node.callee as SyntaxNode | undefined;
      if (node.type === 'CallExpression' && callee?.type === 'Identifier' && callee.name === 'fetch')
        called = true;
      const patterns = node.type === 'ObjectPattern' ? (node.properties as SyntaxNode[]) : [];
      const names = patterns.map((property) => (property.value as SyntaxNode | undefined)?.name);
      const parameters = Array.isArray(node.params)
        ? (node.params as SyntaxNode[]).map(({ name }) => name)
        : [];
      if ([...names, ...parameters].includes('fetch')) bound = true;
    });
    return called && !bound;
  }

  test('name nothing of the place they run in', () => {
    expect(pure.length).toBeGreaterThan(20);
    expect(
      pure.flatMap(({ path, code }) => (AMBIENT.test(code) ? [`${path}: ${AMBIENT.exec(code)?.[0]}`] : [])),
    ).toEqual([]);
  });

  test('call no fetch but the one they are handed', () => {
    expect(pure.filter(({ program }) => callsGlobalFetch(program)).map(({ path }) => path)).toEqual([]);
  });

  test.each([
    ['const now = Date.now();', true],
    ['chrome.runtime.id;', true],
    ['// Date.now() would be wrong here', false],
    ['const at = clock.now();', false],
    ['const asked = new Date(header);', false],
  ])('this test sees %s: %s', (text, expected) => {
    expect(AMBIENT.test(parsedText('x.ts', text).code)).toBe(expected);
  });

  test.each([
    ['fetch("https://a.example");', true],
    ['const ask = ({ fetch }: Ports) => fetch("https://a.example");', false],
    ['const ask = (fetch: Fetch) => fetch("https://a.example");', false],
    ['ports.fetch("https://a.example");', false],
  ])('and %s: %s', (text, expected) => {
    expect(callsGlobalFetch(parsedText('x.ts', text).program)).toBe(expected);
  });
});

describe('sizes', () => {
  const lines = (path: string) => readFileSync(path, 'utf8').trimEnd().split('\n').length;

  test('doors are wiring only: at most 40 lines', () => {
    const doors = globSync('entrypoints/**/*.*');
    expect(doors.length).toBeGreaterThan(2);
    expect(doors.filter((path) => lines(path) > 40)).toEqual([]);
  });

  test('no file is longer than 200 lines without a reason', () => {
    const long = globSync('src/**/*.*').filter((path) => lines(path) > 200);
    expect(long.toSorted()).toEqual(Object.keys(LONG_FILES));
  });
});

describe('the top of the repository', () => {
  const tracked = execFileSync('git', ['ls-files'], { encoding: 'utf8' }).trim().split('\n');

  test('holds what the plan names', () => {
    const allowed = [
      'entrypoints',
      'src',
      'test',
      'public',
      'wxt.config.ts',
      'package.json',
      'package-lock.json',
      'tsconfig.json',
      'README.md',
      'LICENSE',
      'CHANGELOG.md',
      'SECURITY.md',
      'biome.json',
    ];
    const top = new Set(tracked.map((path) => path.split('/')[0] ?? ''));
    expect(top.size).toBeGreaterThan(5);
    expect([...top].filter((name) => !name.startsWith('.') && !allowed.includes(name))).toEqual([]);
  });

  test('keeps builds, packages and logs out', () => {
    expect(tracked.filter((path) => /(?:^|\/)(?:node_modules|\.output|\.wxt)\/|\.log$/.test(path))).toEqual(
      [],
    );
  });
});

describe('packages that ship', () => {
  const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as {
    dependencies: Record<string, string>;
  };
  const names = Object.keys(dependencies);

  test('are all used', () => {
    const used = sources.flatMap(({ imports }) => imports.map(({ from }) => from));
    expect(
      names.filter((name) => !used.some((from) => from === name || from.startsWith(`${name}/`))),
    ).toEqual([]);
  });

  test('are named in the README, each with why it is here', () => {
    const rows = readFileSync('README.md', 'utf8')
      .split('\n')
      .filter((line) => line.startsWith('|'));
    expect(names.filter((name) => !rows.some((row) => row.includes(`[${name}]`)))).toEqual([]);
  });

  test('are listed with their licence in the options', async () => {
    const { SHIPPED } = await import('../../src/ui/options/about/shipped.ts');
    const listed = SHIPPED.map(({ name }) => name);
    expect(names.filter((name) => !listed.includes(name))).toEqual([]);
    for (const { name, licence } of SHIPPED.filter(({ name }) => names.includes(name))) {
      const own = JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8')) as {
        license?: string;
      };
      expect([name, licence]).toEqual([name, expect.stringContaining(own.license ?? 'no licence')]);
    }
  });

  test('have a fixed version each', () => {
    expect(Object.values(dependencies).filter((version) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
  });
});
