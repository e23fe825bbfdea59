/** The packages that ship with the extension, with their licences as they state them. */
export interface Shipped {
  name: string;
  licence: string;
  url: string;
  /** The package that this one is bundled in. */
  inside?: string;
}

const shipped = (name: string, licence: string, url: string, inside?: string): Shipped => ({
  name,
  licence,
  url,
  ...(inside !== undefined && { inside }),
});

const PUTER = '@heyputer/puter.js';

export const SHIPPED: readonly Shipped[] = [
  shipped('preact', 'MIT', 'https://preactjs.com'),
  shipped('@preact/signals', 'MIT', 'https://github.com/preactjs/signals'),
  shipped('@preact/signals-core', 'MIT', 'https://github.com/preactjs/signals', '@preact/signals'),
  shipped('zod', 'MIT', 'https://zod.dev'),
  shipped('idb', 'ISC', 'https://github.com/jakearchibald/idb'),
  shipped('idb-keyval', 'Apache-2.0', 'https://github.com/jakearchibald/idb-keyval'),
  shipped('client-zip', 'MIT', 'https://github.com/Touffy/client-zip'),
  shipped('@zip.js/zip.js', 'BSD-3-Clause', 'https://gildas-lormeau.github.io/zip.js'),
  // Three files of this package carry the header of the AGPL-3.0: they are left out (src/providers/puter/build).
  shipped(PUTER, 'Apache-2.0', 'https://github.com/HeyPuter/puter'),
  shipped('path-browserify', 'MIT', 'https://github.com/browserify/path-browserify', PUTER),
  shipped('wxt', 'MIT', 'https://wxt.dev'),
  shipped('@wxt-dev/browser', 'MIT', 'https://wxt.dev', 'wxt'),
];
