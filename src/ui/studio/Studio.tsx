import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { ProblemCode } from '../../messages/index.ts';
import { Composer } from '../composer/Composer.tsx';
import { ComposerPopover, fetchPopovers } from '../composer/ComposerPopover.tsx';
import type { PopoverName } from '../composer/opening.ts';
import { fetchPicturePopovers } from '../picture/LaterPicture.tsx';
import { usePopup } from '../stage/context.ts';
import { fetchNotes } from '../stage/failure/LaterNotes.tsx';
import { Stage } from '../stage/Stage.tsx';
import { Strip } from '../stage/Strip.tsx';
import { Bar } from './Bar.tsx';
import { handleShortcut } from './shortcuts.ts';
import './studio.css';

/** Where what is wrong can be mended. */
const PLACES: Partial<Record<ProblemCode, PopoverName>> = {
  SEED_INVALID: 'more',
  NEGATIVE_PROMPT_TOO_LONG: 'more',
  SIZE_INVALID: 'shape',
  MODEL_INVALID: 'model',
};

/** Where pictures are made: bar, stage, strip and composer, from top to bottom. Only the stage gives way. */
export function Studio({ offersSidePanel }: { offersSidePanel: boolean }) {
  const { generateDraft, problem } = usePopup();
  const open = useSignal<PopoverName | undefined>(undefined);
  /** What opened the popover, or stands for it. */
  const opener = useRef<HTMLButtonElement | null>(null);

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => handleShortcut(event, () => void generateDraft());
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [generateDraft]);

  useEffect(fetchTheRest, []);

  const refusal = problem.value;
  useEffect(() => {
    const place = refusal && PLACES[refusal.code];
    if (place) show(place);
  }, [refusal]);

  function show(name: PopoverName | undefined) {
    if (name) opener.current = document.querySelector(`[data-opens="${name}"]`);
    open.value = name;
  }

  return (
    <div class="studio">
      <Bar offersSidePanel={offersSidePanel} />
      <main class="studio-main">
        <div class="studio-upper">
          <Stage onFindModel={() => show('model')} />
          <Strip />
          {open.value && (
            <ComposerPopover
              key={open.value}
              name={open.value}
              opener={opener}
              onClose={() => show(undefined)}
            />
          )}
        </div>
        <Composer open={open} onOpen={show} />
      </main>
    </div>
  );
}

/** What the first frame does not need, while nobody waits for it. */
function fetchTheRest(): void {
  setTimeout(() => {
    fetchPopovers();
    fetchPicturePopovers();
    fetchNotes();
  }, 50);
}
