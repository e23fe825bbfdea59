/** What ships of others, with its licence as its package names it. */
export interface Shipped {
  name: string;
  licence: string;
  url: string;
  /** Comes along inside this one. */
  inside?: string;
}

const npm = (name: string) => `https://www.npmjs.com/package/${name}`;
const shipped = (name: string, licence: string, inside?: string): Shipped => ({
  name,
  licence,
  url: npm(name),
  ...(inside !== undefined && { inside }),
});

const PUTER = '@heyputer/puter.js';

export const SHIPPED: readonly Shipped[] = [
  shipped('preact', 'MIT'),
  shipped('@preact/signals', 'MIT'),
  shipped('@preact/signals-core', 'MIT', '@preact/signals'),
  shipped('zod', 'MIT'),
  shipped('idb', 'ISC'),
  shipped('idb-keyval', 'Apache-2.0'),
  // The package says Apache-2.0; three of its files carry the header of the AGPL-3.0.
  shipped(PUTER, 'Apache-2.0, AGPL-3.0'),
  shipped('@heyputer/kv.js', 'MIT', PUTER),
  shipped('path-browserify', 'MIT', PUTER),
  shipped('wxt', 'MIT'),
  shipped('@wxt-dev/browser', 'MIT', 'wxt'),
];
