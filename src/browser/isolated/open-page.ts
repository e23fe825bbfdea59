import { createFrames, type FrameOptions, type Frames } from './frames.ts';
import { openInOffscreenDocument } from './offscreen-document.ts';

let frames: Frames | undefined;

/**
 * Opens a page of the extension in an invisible frame, and resolves with a port to it. Firefox's background is a document and
 * holds the frame itself; Chromium's worker needs an offscreen document for it.
 */
export async function openPage(path: string, options: FrameOptions): Promise<MessagePort> {
  const { port1, port2 } = new MessageChannel();
  if (typeof document === 'undefined') await openInOffscreenDocument(path, options, port2);
  else {
    frames ??= createFrames(document);
    frames.open(path, options, port2);
  }
  return port1;
}

/** Opens a page in a sandbox, apart from everything else: without an origin, storage or extension APIs. */
export function openIsolatedPage(path: string): Promise<MessagePort> {
  return openPage(path, { keepsOrigin: false });
}
