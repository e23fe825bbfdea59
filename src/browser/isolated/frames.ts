export interface FrameOptions {
  /** True for the extension's own code, which keeps the extension's origin and permissions. False for code of others. */
  keepsOrigin: boolean;
}

export interface Frames {
  /** Opens `path` in a sandboxed frame of this document and hands it the port. */
  open(path: string, options: FrameOptions, port: MessagePort): void;
  /** Removes all frames, even those that are working. */
  removeAll(): void;
}

/**
 * Manages sandboxed frames in a document that nobody sees; frames for code of others have no origin, storage or extension APIs.
 * The page in a frame posts `loaded`, then gets the port, and is removed when it posts `done`. `emptied` is called when the last
 * frame was removed.
 */
export function createFrames(document: Document, emptied: () => void = () => undefined): Frames {
  const open = new Map<MessageEventSource, { frame: HTMLIFrameElement; port: MessagePort }>();

  function remove(source: MessageEventSource): void {
    open.get(source)?.frame.remove();
    if (open.delete(source) && open.size === 0) emptied();
  }

  document.defaultView?.addEventListener('message', ({ source, data }) => {
    const entry = source && open.get(source);
    if (!entry) return;
    if (data === 'loaded') entry.frame.contentWindow?.postMessage('port', '*', [entry.port]);
    if (data === 'done') remove(source);
  });

  return {
    open(path, { keepsOrigin }, port) {
      const frame = document.createElement('iframe');
      frame.setAttribute('sandbox', keepsOrigin ? 'allow-scripts allow-same-origin' : 'allow-scripts');
      frame.src = path;
      document.documentElement.append(frame);
      if (frame.contentWindow) open.set(frame.contentWindow, { frame, port });
    },
    removeAll() {
      for (const source of [...open.keys()]) remove(source);
    },
  };
}
