import type { Plugin } from 'vite';

/** Modules of puter.js, and of what it brings, that a picture never needs and that must not ship. */
const STAND_INS: { path: RegExp; code: string }[] = [
  // Imports code from two CDNs.
  {
    path: /\/@heyputer\/puter\.js\/src\/modules\/networking\/PTLS\.js$/,
    code: 'export class PTLSSocket { constructor() { throw new Error("TLS sockets are not part of Understudy"); } }',
  },
  // Sends cookies and forges an Origin, a Referer and a User-Agent.
  {
    path: /\/@heyputer\/puter\.js\/src\/lib\/polyfills\/xhrshim\.js$/,
    code: 'export default class { constructor() { throw new Error("Only a picture may be asked for"); } }',
  },
  // Reconnects for ever, which keeps a worker alive, and brings Function("return this").
  {
    path: /\/node_modules\/socket\.io-client\//,
    code: 'export function io() { throw new Error("Sockets are not part of Understudy"); }',
  },
];

/** A Vite plugin that leaves code loaded from the network, and the socket, out of the embedded puter.js. */
export function stripRemoteCode(): Plugin {
  return {
    name: 'understudy:strip-remote-code',
    enforce: 'pre',
    load(id) {
      const path = id.split('?')[0] ?? id;
      return STAND_INS.find((standIn) => standIn.path.test(path))?.code;
    },
  };
}
