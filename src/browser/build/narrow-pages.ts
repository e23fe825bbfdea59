import type { Plugin } from 'vite';

/** Pages send no requests to the internet: they get everything from the background and the gallery's database. */
const POLICY = "connect-src 'self'";

/**
 * A Vite plugin that adds a stricter Content-Security-Policy to the pages. The manifest's policy holds for the background, too,
 * which must reach every hub that the user adds. Not in development, where pages receive code changes over a socket.
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
