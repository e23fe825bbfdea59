import { type LabHost, openCors } from '../exchange.ts';
import { drawLandscape } from './landscape.ts';

/** Avatars as small pictures, drawn from the path. */
export function createAvatarCdn(cdn: { cors: boolean }): LabHost {
  return {
    handle: ({ url }) => ({
      status: 200,
      headers: { 'content-type': 'image/png' },
      body: drawLandscape({ prompt: url.pathname, width: 96, height: 96 }),
    }),
    cors: (request) => (cdn.cors ? openCors(request) : {}),
  };
}
