import type { Plugin } from 'vite';

/**
 * A Vite plugin that replaces all matches of `pattern` in the code of packages, never in our own code. `pattern` must be
 * global.
 */
export function rewritePackages(name: string, pattern: RegExp, replacement: string): Plugin {
  return {
    name,
    transform: {
      filter: { id: /\/node_modules\/.*\.m?js(?:\?|$)/, code: pattern },
      handler: (code) => ({ code: code.replaceAll(pattern, replacement), map: null }),
    },
  };
}
