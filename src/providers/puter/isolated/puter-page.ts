import type { Line } from '../ask-puter.ts';
import type { Made } from '../make-picture.ts';
import type { PictureArguments } from '../models.ts';

/** Makes pictures through puter.js: in this realm, or in a page of its own for each picture. */
export interface PuterPage {
  /** Resolves with the data URI or address of a picture, or with the failure. Never rejects. */
  makePicture(picture: PictureArguments, line: Line): Promise<Made>;
}
