import type { Line } from './ask-puter.ts';
import type { PuterPage } from './isolated/puter-page.ts';
import { loadPuterClient, type PuterClient } from './load-client.ts';
import { makePicture } from './make-picture.ts';

/** puter.js in the same realm as its provider, for plain Node. The extension's build leaves this file out (build/). */
export async function loadHere(): Promise<PuterPage> {
  return inProcess(await loadPuterClient());
}

/** A puter.js in this realm, with the interface of one that runs in its own page. */
export function inProcess(client: PuterClient): PuterPage {
  return { makePicture: (picture, line: Line) => makePicture(client, picture, line) };
}
