import { rewritePackages } from './rewrite-packages.ts';

/** An `import()` of an address that is in a variable. */
const OPEN_IMPORT = /\bimport\((?:\s*\/\*[^*]*\*\/)*\s*([A-Za-z_$][\w$.]*)\s*\)/g;

/**
 * A Vite plugin that removes imports of computed addresses from packages: zip.js would import a codec from any address that it is
 * given, which Understudy never gives. So no package can load code from an address that is made at run time.
 */
export const fixedImports = () =>
  rewritePackages(
    'understudy:fixed-imports',
    OPEN_IMPORT,
    'Promise.reject(new Error("Not part of Understudy: " + $1))',
  );
