import { createFrames, type Frames } from './frames.ts';
import { openInOffscreenDocument } from './offscreen-document.ts';

let frames: Frames | undefined;

/**
 * Opens a page of the extension in a sandbox, apart from everything else, and resolves with a port to it. Firefox's
 * background is a document that holds the frame itself; Chromium's worker needs an offscreen document for that.
 */
export async function openIsolatedPage(path: string): Promise<MessagePort> {
  const { port1, port2 } = new MessageChannel();
  if (typeof document === 'undefined') await openInOffscreenDocument(path, port2);
  else {
    frames ??= createFrames(document);
    frames.open(path, port2);
  }
  return port1;
}
