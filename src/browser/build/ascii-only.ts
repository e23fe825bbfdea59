import type { Plugin } from 'vite';

/** The scripts of the worker, which is started often. */
const SCRIPTS = ['background.js', 'worker.js'];

/**
 * A Vite plugin that writes the worker's scripts in ASCII. V8 stores a script that contains a character outside of Latin-1 in two
 * bytes per character, and takes twice as long to read it each time the worker starts.
 */
export function asciiOnly(): Plugin {
  return {
    name: 'understudy:ascii-only',
    apply: 'build',
    enforce: 'post',
    generateBundle(_options, bundle) {
      for (const chunk of Object.values(bundle))
        if (chunk.type === 'chunk' && SCRIPTS.includes(chunk.fileName)) chunk.code = inAscii(chunk.code);
    },
  };
}

/**
 * Replaces each non-ASCII character of minified code by its `\uXXXX` escape, which means the same in strings, templates,
 * regular expressions and names.
 */
export function inAscii(code: string): string {
  // A backslash before a non-ASCII character means nothing in JavaScript, but before the escape it would undo it: it is dropped.
  return code.replace(/\\?[^\0-\x7f]|\\[\0-\x7f]/g, (found) => {
    const unit = found.charCodeAt(found.length - 1);
    return unit < 0x80 ? found : `\\u${unit.toString(16).padStart(4, '0')}`;
  });
}
