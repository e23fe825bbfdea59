import { useEffect, useState } from 'preact/hooks';
import './files-given.css';

interface FilesGivenProps {
  /** What happens to a file that is let go here. */
  hint: string;
  onFile: (file: File) => void;
}

/**
 * Takes files that are dropped or pasted anywhere on the page, which the browser would else open in its place. Not a picture
 * that was dragged from the page itself, and no paste that holds text: those keep their meaning.
 */
export function FilesGiven({ hint, onFile }: FilesGivenProps) {
  const [over, setOver] = useState(false);
  useEffect(() => {
    let own = false;
    const holdsFiles = ({ dataTransfer }: DragEvent) =>
      !own && dataTransfer?.types.includes('Files') === true;
    const listeners = {
      dragstart() {
        own = true;
      },
      dragend() {
        own = false;
      },
      dragover(event: DragEvent) {
        if (!holdsFiles(event)) return;
        event.preventDefault();
        if (event.dataTransfer) event.dataTransfer.dropEffect = 'copy';
        setOver(true);
      },
      dragleave(event: DragEvent) {
        // Out of the window, not from one part of the page to another.
        if (event.relatedTarget === null) setOver(false);
      },
      drop(event: DragEvent) {
        setOver(false);
        const [file] = event.dataTransfer?.files ?? [];
        if (!holdsFiles(event) || !file) return;
        event.preventDefault();
        onFile(file);
      },
      paste(event: ClipboardEvent) {
        const [file] = event.clipboardData?.files ?? [];
        if (!file || event.clipboardData?.types.includes('text/plain')) return;
        event.preventDefault();
        onFile(file);
      },
    };
    const entries = Object.entries(listeners) as [string, (event: Event) => void][];
    for (const [name, listener] of entries) document.addEventListener(name, listener);
    return () => {
      for (const [name, listener] of entries) document.removeEventListener(name, listener);
    };
  }, [onFile]);
  return over ? <div class="files-given">{hint}</div> : null;
}
