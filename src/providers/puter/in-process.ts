import type { Line } from './ask-puter.ts';
import type { PuterPage } from './isolated/puter-page.ts';
import { loadPuterClient, type PuterClient } from './load-client.ts';
import { makePicture } from './make-picture.ts';

/**
 * Loads puter.js in the same realm as its provider, for plain Node. The extension's build leaves this file out
 * (`keep-out-of-worker.ts`).
 */
export async function loadHere(): Promise<PuterPage> {
  return inProcess(await loadPuterClient());
}

/** Gives a puter.js in this realm the same interface as a puter.js in its own page. */
export function inProcess(client: PuterClient): PuterPage {
  return { makePicture: (picture, line: Line) => makePicture(client, picture, line) };
}
