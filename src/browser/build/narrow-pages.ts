import type { Plugin } from 'vite';

/** Pages ask nobody but the background; a picture comes out of the gallery. */
const POLICY = "connect-src 'self'";

/**
 * A Vite plugin that narrows what the pages may talk to: the manifest's policy is the background's, too, which has to reach
 * every hub that the user adds. Not while developing, when a page is told of changes over a socket.
 */
export function narrowPages(): Plugin {
  return {
    name: 'understudy:narrow-pages',
    apply: 'build',
    transformIndexHtml: () => [
      {
        tag: 'meta',
        attrs: { 'http-equiv': 'Content-Security-Policy', content: POLICY },
        injectTo: 'head-prepend',
      },
    ],
  };
}
