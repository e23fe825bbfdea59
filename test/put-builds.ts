import { cp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { builtExtension } from './unit/built/built-extension.ts';

const root = new URL('..', import.meta.url).pathname;
const FOLDERS = { chrome: '.output/chrome-mv3', firefox: '.output/firefox-mv3' };

/** Puts both builds of the current tree into `.output`, from where browsers load them. Builds only what has changed. */
export async function putBuilds(): Promise<void> {
  const built = await builtExtension();
  for (const [browser, folder] of Object.entries(FOLDERS)) {
    await rm(join(root, folder), { recursive: true, force: true });
    await cp(join(built, browser), join(root, folder), { recursive: true });
  }
}
