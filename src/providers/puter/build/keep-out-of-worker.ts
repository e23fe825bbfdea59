import type { Plugin } from 'vite';

const ABSENT =
  'const absent = () => { throw new Error("puter.js runs in a page of its own"); };\n' +
  'export { absent as loadHere, absent as inProcess };';

/** A Vite plugin that leaves puter.js out of the extension's background: there it runs only in a page of its own (puter.html). */
export function keepOutOfWorker(): Plugin {
  return {
    name: 'understudy:keep-puter-out-of-worker',
    enforce: 'pre',
    load(id) {
      return /\/src\/providers\/puter\/in-process\.ts$/.test(id.split('?')[0] ?? id) ? ABSENT : undefined;
    },
  };
}
