import { useEffect, useState } from 'preact/hooks';
import './files-given.css';

interface FilesGivenProps {
  /** What happens to a file that is dropped here. */
  hint: string;
  onFile: (file: File) => void;
  /** Called when several files came at once: none is taken, since nobody could tell which file was meant. */
  onSeveral: () => void;
}

/**
 * Takes files that are dropped or pasted anywhere on the page, which the browser would else open in the
 * page's place. A picture that was dragged from the page itself, and a paste that holds text, keep their
 * usual meaning.
 */
export function FilesGiven({ hint, onFile, onSeveral }: FilesGivenProps) {
  const [over, setOver] = useState(false);
  useEffect(() => {
    let own = false;
    /** Hands a file on; false where there is none. */
    function take(files: FileList | undefined): boolean {
      const [file] = files ?? [];
      if (!files || !file) return false;
      if (files.length > 1) onSeveral();
      else onFile(file);
      return true;
    }
    const holdsFiles = ({ dataTransfer }: DragEvent) =>
      !own && dataTransfer?.types.includes('Files') === true;
    const listeners = {
      dragstart({ defaultPrevented }: DragEvent) {
        // A drag that was refused has no end, either.
        own = !defaultPrevented;
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
        // The pointer left the window, and did not go from one part of the page to another.
        if (event.relatedTarget === null) setOver(false);
      },
      drop(event: DragEvent) {
        setOver(false);
        if (holdsFiles(event) && take(event.dataTransfer?.files)) event.preventDefault();
      },
      paste(event: ClipboardEvent) {
        if (event.clipboardData?.types.includes('text/plain')) return;
        if (take(event.clipboardData?.files)) event.preventDefault();
      },
    };
    const entries = Object.entries(listeners) as [string, (event: Event) => void][];
    for (const [name, listener] of entries) document.addEventListener(name, listener);
    return () => {
      for (const [name, listener] of entries) document.removeEventListener(name, listener);
    };
  }, [onFile, onSeveral]);
  return over ? <div class="files-given">{hint}</div> : null;
}
