import { type LabHost, openCors } from '../exchange.ts';
import { drawLandscape } from './landscape.ts';
import type { PictureShelf } from './shelf.ts';

/** Where providers leave finished pictures. Their content type is what those CDNs send, not what the bytes are. */
export const PICTURE_CDNS: Record<string, string> = {
  'v3.fal.media': 'image/png',
  'replicate.delivery': 'image/webp',
  'd1q70pf5vjeyhc.cloudfront.net': 'image/jpeg',
  'api.together.ai': 'image/png',
};

/** Answers `…/{work id}…` with the picture; with CORS open unless a test closes it. */
export function createPictureCdn(contentType: string, shelf: PictureShelf, cdn: { cors: boolean }): LabHost {
  return {
    handle(request) {
      const work = shelf.find(request.url.pathname.match(/lab-\d+/)?.[0] ?? '');
      if (work === undefined)
        return { status: 404, headers: { 'content-type': 'text/plain' }, text: 'Not found' };
      const headers = { 'content-type': contentType, 'cache-control': 'public,max-age=3600' };
      return { status: 200, headers, body: drawLandscape(work.order) };
    },
    cors: (request) => (cdn.cors ? openCors(request) : {}),
  };
}
