import { effect } from '@preact/signals';
import { createGalleryReader } from '../../gallery/index.ts';
import { drawSeed } from '../../generation/draw-seed.ts';
import { asGalleryChanged } from '../../messages/index.ts';
import { announce } from '../page/announcement.ts';
import { answerShowing } from '../page/answer-showing.ts';
import { ask, countOf, onBroadcast, openPopup, t, together } from '../page/extension.ts';
import { problemText } from '../page/problem-text.ts';
import { startPage } from '../page/start-page.tsx';
import { startSettings } from '../page/start-settings.ts';
import { tellSeen } from '../page/tell-seen.ts';
import { savePicture } from '../picture/save-picture.ts';
import { startArchive } from './archive/start-archive.ts';
import { compose, composeFrom } from './compose.ts';
import { GalleryContext } from './context.ts';
import { GalleryPage } from './GalleryPage.tsx';
import { createGalleryActions } from './gallery-actions.ts';
import { addressOf, readAddress } from './gallery-address.ts';
import { createGalleryModel } from './gallery-model.ts';
import { createGalleryView } from './gallery-view.ts';
import { createBreathe } from './list/breathe.ts';
import { createRecordCache } from './list/record-cache.ts';
import { showsOutcome, tileInSight } from './shows-outcome.ts';
import { createThumbnailCache } from './wall/thumbnail-cache.ts';
import { createThumbnailUrl, revokeThumbnailUrl } from './wall/thumbnail-url.ts';

/** Shows the gallery, and loads it again when the background reports a change. */
export function startGallery(): void {
  const reader = createGalleryReader();
  const records = createRecordCache(reader);
  const { settings } = startSettings();
  const thumbnails = createThumbnailCache({
    reader,
    createUrl: createThumbnailUrl,
    revokeUrl: revokeThumbnailUrl,
  });
  let pageIsThere: () => void = () => undefined;
  const there = new Promise<void>((resolve) => {
    pageIsThere = resolve;
  });
  const breathe = createBreathe({ page: () => there, thumbnails: () => thumbnails.settled() });
  const model = createGalleryModel({ reader, records, ask, breathe });
  const view = createGalleryView(model.shown);
  const actions = createGalleryActions({
    model,
    view,
    reader,
    ask,
    drawSeed: () => drawSeed(crypto),
    saveFile: (stored) => savePicture(stored, settings.value),
    compose,
    composeFrom,
    copyText: (text) =>
      navigator.clipboard.writeText(text).then(
        () => true,
        () => false,
      ),
    problemText,
    announce,
    t,
    together,
    count: countOf,
  });

  const archive = startArchive(reader, ask, model.load);
  const asked = readAddress(location.search);
  view.openId.value = asked.openId;
  view.enlarged.value = asked.enlarged;
  effect(() => {
    if (model.complete.value) view.closeGone(model.pictures.value);
  });
  // The address names what is shown, so that a reload or a saved link shows it again.
  effect(() => {
    const now = { openId: view.openId.value, enlarged: view.enlarged.value };
    history.replaceState(null, '', addressOf(location.pathname, now));
  });
  onBroadcast((message) => {
    const changed = asGalleryChanged(message);
    if (changed) void model.hear(changed.change);
  });
  answerShowing((asked) => showsOutcome(asked, view, tileInSight));
  tellSeen();
  void model.load();
  void startPage(
    'gallery_page_title',
    <GalleryContext.Provider value={{ model, view, actions, records, thumbnails, settings, ...archive }}>
      <GalleryPage onMakeFirst={() => void openPopup()} />
    </GalleryContext.Provider>,
    settings,
  ).then(pageIsThere);
}
