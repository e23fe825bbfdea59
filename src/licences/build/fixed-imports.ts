import { rewritePackages } from './rewrite-packages.ts';

/** An import of whatever a variable names. */
const OPEN_IMPORT = /\bimport\((?:\s*\/\*[^*]*\*\/)*\s*([A-Za-z_$][\w$.]*)\s*\)/g;

/**
 * A Vite plugin that lets packages import only what the build can see: zip.js would import any address that it is given for a
 * codec, which Understudy never does. Nothing in the package then loads code by a name that is made while it runs.
 */
export const fixedImports = () =>
  rewritePackages(
    'understudy:fixed-imports',
    OPEN_IMPORT,
    'Promise.reject(new Error("Not part of Understudy: " + $1))',
  );
