import type { Line } from '../ask-puter.ts';
import type { Made } from '../make-picture.ts';
import type { PictureArguments } from '../models.ts';

/** Makes a picture through puter.js: in this realm, or in a page that holds only that one request. */
export interface PuterPage {
  /** The data URI or address of a picture, or why there is none. Never rejects. */
  makePicture(picture: PictureArguments, line: Line): Promise<Made>;
}
