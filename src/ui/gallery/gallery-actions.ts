import type { GalleryReader, Picture, StoredPicture } from '../../gallery/index.ts';
import { ownStyleOf } from '../../generation/own-style.ts';
import type { Ask, Problem } from '../../messages/index.ts';
import type { ToastWords } from '../components/Toast.tsx';
import { copyPicture } from '../picture/copy-picture.ts';
import type { GalleryModel } from './gallery-model.ts';
import type { GalleryView } from './gallery-view.ts';

export interface GalleryActions {
  save(id: string): Promise<void>;
  copy(id: string): Promise<void>;
  copyPrompt(picture: Picture): Promise<void>;
  again(picture: Picture): Promise<void>;
  edit(picture: Picture): Promise<void>;
  favour(ids: readonly string[], favourite: boolean): Promise<void>;
  remove(ids: readonly string[]): Promise<void>;
  /** Brings the settings of a picture's file into the composer. */
  take(file: File): Promise<void>;
}

interface ActionPorts {
  model: GalleryModel;
  view: GalleryView;
  reader: Pick<GalleryReader, 'read'>;
  ask: Ask;
  drawSeed(): number;
  /** Saves a picture as a file; resolves with the key of the sentence that says so. */
  saveFile(stored: StoredPicture): Promise<string>;
  /** Puts a request into the composer and shows it; resolves with a sentence where not all came back as it was. */
  compose(request: Picture['request']): Promise<string | undefined>;
  /**
   * As `compose`, with the settings of a picture's file; resolves with the sentence for what was taken and
   * what was not.
   */
  composeFrom(file: File): Promise<string>;
  copyText(text: string): Promise<boolean>;
  /** The sentence for why the background could not do something. */
  problemText(problem: Problem): string;
  announce(text: string, action?: ToastWords['action']): void;
  t(key: string, ...values: (string | number)[]): string;
  /** Whole sentences in one text. */
  together(...sentences: string[]): string;
  /** A sentence with a number of pictures in it. */
  count(key: string, pictures: number): string;
}

/** The actions on pictures of the gallery. Each announces its result. */
export function createGalleryActions(ports: ActionPorts): GalleryActions {
  const { model, view, reader, ask, announce, t, count } = ports;

  async function withBytes(id: string, work: (stored: StoredPicture) => Promise<string>): Promise<void> {
    const stored = await reader.read(id).catch(() => undefined);
    announce(stored ? await work(stored) : t('gallery_bytes_gone'));
  }

  async function bringBack(ids: readonly string[]): Promise<void> {
    const back = await model.bringBack(ids);
    if (back === undefined) announce(t('gallery_not_changed'));
    else announce(back > 0 ? count('gallery_brought_back', back) : t('problem_NO_SUCH_PICTURE'));
  }

  return {
    save: (id) => withBytes(id, async (stored) => t(await ports.saveFile(stored))),
    copy: (id) =>
      withBytes(id, async ({ blob }) => t((await copyPicture(blob)) ? 'popup_copied' : 'popup_copy_failed')),
    async copyPrompt({ request }) {
      announce(
        t((await ports.copyText(request.prompt)) ? 'gallery_prompt_copied' : 'gallery_prompt_not_copied'),
      );
    },
    async again({ id, request }) {
      // With the same seed the user would pay for the same picture.
      const reply = await ask('generate', {
        request: { ...knownFields(request), seed: ports.drawSeed() },
        origin: 'popup',
        from: id,
      });
      if (reply.ok) announce(t('gallery_again_started'));
      else announce(ports.together(t('gallery_again_failed'), ports.problemText(reply.problem)));
    },
    async take(file) {
      announce(await ports.composeFrom(file));
    },
    async edit({ request }) {
      const said = await ports.compose(request);
      if (said !== undefined) announce(said);
    },
    async favour(ids, favourite) {
      const done = await model.favour(ids, favourite);
      const key = favourite ? 'gallery_favoured' : 'gallery_not_favoured';
      announce(done ? count(key, ids.length) : t('gallery_not_changed'));
    },
    async remove(ids) {
      view.forget(ids);
      const done = await model.remove(ids);
      if (!done) return announce(t('gallery_not_changed'));
      announce(count('gallery_deleted', ids.length), {
        label: t('common_undo'),
        run: () => void bringBack(ids),
      });
    },
  };
}

/** A request without its seed, and without fields that only a newer version knows: they would be refused. */
function knownFields({ prompt, style, ownStyle, negativePrompt, width, height, model }: Picture['request']) {
  return {
    prompt,
    style,
    ...(ownStyle && { ownStyle: ownStyleOf(ownStyle) }),
    ...(negativePrompt !== undefined && { negativePrompt }),
    ...(width !== undefined && { width }),
    ...(height !== undefined && { height }),
    ...(model !== undefined && { model }),
  };
}
