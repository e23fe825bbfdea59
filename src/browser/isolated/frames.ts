export interface FrameOptions {
  /** Whether the page is one of the extension's own, which may go where the extension may; else it is code of others. */
  keepsOrigin: boolean;
}

export interface Frames {
  /** Opens `path` in a sandboxed frame of this document and hands it the port. */
  open(path: string, options: FrameOptions, port: MessagePort): void;
  /** Removes all frames, even those that are working. */
  removeAll(): void;
}

/**
 * Frames that nobody sees; those for code of others are without an origin, storage or extension APIs. The page in them says
 * `loaded`, is handed the port, and is removed when it says `done`. `emptied` is called when the last one is gone.
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
