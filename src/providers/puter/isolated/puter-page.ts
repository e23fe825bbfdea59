import type { Line } from '../ask-puter.ts';
import type { Made } from '../make-picture.ts';
import type { PictureArguments } from '../models.ts';

/** Where a picture is made through puter.js: here, or in a page that has nothing but the one request. */
export interface PuterPage {
  /** The data URI or address of a picture, or why there is none. Never rejects. */
  makePicture(picture: PictureArguments, line: Line): Promise<Made>;
}
