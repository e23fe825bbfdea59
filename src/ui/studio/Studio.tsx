import { useSignal } from '@preact/signals';
import { useCallback, useEffect, useRef } from 'preact/hooks';
import type { ProblemCode } from '../../messages/index.ts';
import { later } from '../components/later.tsx';
import { Composer } from '../composer/Composer.tsx';
import { ComposerPopover, fetchPopovers } from '../composer/ComposerPopover.tsx';
import type { DraftKeeper } from '../composer/draft-keeper.ts';
import type { PopoverName } from '../composer/opening.ts';
import { LaterDownloads } from '../lookup/downloads/LaterDownloads.tsx';
import { announce } from '../page/announcement.ts';
import { t } from '../page/extension.ts';
import { fetchPicturePopovers } from '../picture/LaterPicture.tsx';
import { usePopup } from '../stage/context.ts';
import { fetchNotes } from '../stage/failure/LaterNotes.tsx';
import { ShortenedNote } from '../stage/ShortenedNote.tsx';
import { Stage } from '../stage/Stage.tsx';
import { Strip } from '../stage/Strip.tsx';
import type { StyleList } from '../stage/style-list.ts';
import { ThisPage } from '../stage/this-page/LaterThisPage.tsx';
import { Bar } from './Bar.tsx';
import { News } from './news/LaterNews.tsx';
import { handleShortcut } from './shortcuts.ts';
import './studio.css';

/** Loaded after the first frame: nobody drops a file before. */
const given = later(async () => (await import('../page/FilesGiven.tsx')).FilesGiven);
const FilesGiven = given.Part;

/** The popover in which a problem can be fixed. */
const PLACES: Partial<Record<ProblemCode, PopoverName>> = {
  SEED_INVALID: 'more',
  NEGATIVE_PROMPT_TOO_LONG: 'more',
  SIZE_INVALID: 'shape',
  MODEL_INVALID: 'model',
};

/** The popup's and the side panel's content: bar, stage, strip and composer. Only the stage shrinks when space is short. */
export function Studio({ offersSidePanel }: { offersSidePanel: boolean }) {
  const { generateDraft, problem, keeper, choosesStyle, readStyles } = usePopup();
  const take = useCallback((file: File) => void takeFile(file, keeper, readStyles), [keeper, readStyles]);
  const open = useSignal<PopoverName | undefined>(undefined);
  /** The button that opened the popover, or the one to focus in its place. */
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

  useEffect(() => {
    if (choosesStyle.value > 0) show('style');
  }, [choosesStyle.value]);

  function show(name: PopoverName | undefined) {
    if (name) opener.current = document.querySelector(`[data-opens="${name}"]`);
    open.value = name;
  }

  return (
    <div class="studio">
      <FilesGiven hint={t('given_hint')} onFile={take} onSeveral={refuse} />
      <Bar offersSidePanel={offersSidePanel} />
      <main class="studio-main">
        <div class="studio-upper">
          <ThisPage />
          <News />
          <ShortenedNote />
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
        {open.value !== 'model' && <LaterDownloads />}
        <Composer open={open} onOpen={show} />
      </main>
    </div>
  );
}

const refuse = () => announce(t('given_several'));

/** Brings a picture's settings into the composer; the code that reads files is loaded only then. */
async function takeFile(file: File, keeper: DraftKeeper, readStyles: StyleList['whenRead']): Promise<void> {
  const { takeGivenPicture } = await import('../composer/take-given-picture.ts');
  await takeGivenPicture(file, keeper, readStyles);
}

/** Loads what the first frame does not need, a moment after that frame. */
function fetchTheRest(): void {
  setTimeout(() => {
    fetchPopovers();
    fetchPicturePopovers();
    fetchNotes();
  }, 50);
}
