export interface Frames {
  /** Opens `path` in a sandboxed frame of this document and resolves with a port to it; the other end is handed over. */
  open(path: string, port: MessagePort): void;
  /** Removes them all, whatever is under way in them. */
  removeAll(): void;
}

/**
 * Frames without an origin, storage or extension APIs, for code of others. The page in them says `loaded`, is handed the
 * port, and is removed when it says `done`. `emptied` is called when the last one is gone.
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
    open(path, port) {
      const frame = document.createElement('iframe');
      frame.setAttribute('sandbox', 'allow-scripts');
      frame.src = path;
      document.documentElement.append(frame);
      if (frame.contentWindow) open.set(frame.contentWindow, { frame, port });
    },
    removeAll() {
      for (const source of [...open.keys()]) remove(source);
    },
  };
}
