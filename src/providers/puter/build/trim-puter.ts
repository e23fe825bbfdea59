import type { Plugin } from 'vite';

const NOT_HERE = 'throw new Error("Not part of Understudy");';
const ABSENT_CLASS = `class { constructor() { ${NOT_HERE} } }`;

/** Modules of puter.js and its dependencies that a picture never needs, with their replacements. */
const STAND_INS: { module: RegExp; code: string }[] = [
  // The next three have the licence header of the AGPL-3.0, although the package says Apache-2.0.
  {
    module: /\/puter\.js\/src\/lib\/networkUtils\.js$/,
    code: `export * from ${JSON.stringify(new URL('driver-call.ts', import.meta.url).pathname)};`,
  },
  {
    module: /\/puter\.js\/src\/lib\/APICallLogger\.js$/,
    code: 'export default class { isEnabled() { return false; } updateConfig() {} disable() {} }',
  },
  {
    module: /\/puter\.js\/src\/lib\/pagination\.js$/,
    code: `export function fetchAllPages() { ${NOT_HERE} }\nexport { fetchAllPages as iteratePages };`,
  },
  // This module imports code from two CDNs.
  {
    module: /\/puter\.js\/src\/modules\/networking\/PTLS\.js$/,
    code: `export const PTLSSocket = ${ABSENT_CLASS};`,
  },
  // This package reconnects for ever, which keeps a worker alive, and contains Function("return this").
  { module: /\/node_modules\/socket\.io-client\//, code: `export function io() { ${NOT_HERE} }` },
  // This module sends cookies and forges an Origin, a Referer and a User-Agent.
  { module: /\/puter\.js\/src\/lib\/polyfills\/xhrshim\.js$/, code: `export default ${ABSENT_CLASS};` },
  // This module defines `localStorage` globally, and behaves as CommonJS if there is an `exports` in scope.
  { module: /\/puter\.js\/src\/lib\/polyfills\/localStorage\.js$/, code: 'export default undefined;' },
  // The next four are a cache of files in IndexedDB, windows, calls between users, and events: a third of what had to be loaded.
  {
    module: /\/@heyputer\/kv\.js\//,
    code: 'export default class { get() {} set() {} del() {} flushall() {} }',
  },
  {
    module: /\/puter\.js\/src\/modules\/UI\.js$/,
    code: 'export class UIModule { parentApp() { return null; } }\nexport class AppConnection {}\nexport const UI = UIModule;\nexport default UI;',
  },
  { module: /\/puter\.js\/src\/modules\/Peer\.js$/, code: 'export default class {}' },
  { module: /\/puter\.js\/src\/modules\/events\/index\.js$/, code: 'export class Events {}' },
  // The next four are dialogs, which nobody would see in puter.js's hidden page.
  {
    module: /\/puter\.js\/src\/ui\/registerComponents\.js$/,
    code: 'export function registerComponents() {}',
  },
  { module: /\/puter\.js\/src\/modules\/PuterDialog\.js$/, code: `export default ${ABSENT_CLASS};` },
  {
    module: /\/puter\.js\/src\/modules\/UsageLimitDialog\.js$/,
    code: `export function showUsageLimitDialog() { ${NOT_HERE} }`,
  },
  {
    module: /\/puter\.js\/src\/modules\/EmailConfirmationDialog\.js$/,
    code: `export function showEmailConfirmationDialog() { ${NOT_HERE} }`,
  },
];

/** Packages that are replaced completely. */
export const REPLACED = ['socket.io-client', '@heyputer/kv.js'];

/** A Vite plugin that replaces parts of the embedded puter.js: AGPL code, code loaded from the network, sockets, dialogs. */
export function trimPuter(): Plugin {
  return {
    name: 'understudy:trim-puter',
    enforce: 'pre',
    load(id) {
      const path = id.split('?')[0] ?? id;
      return STAND_INS.find(({ module }) => module.test(path))?.code;
    },
  };
}
