import type { ComponentChild } from 'preact';
import { drawSeed } from '../../generation/draw-seed.ts';
import { changedSettings, isShowing } from '../../messages/index.ts';
import { announce } from '../page/announcement.ts';
import {
  ask,
  askSoon,
  connect,
  draftArea,
  inPrivateWindow,
  jobsArea,
  onBroadcast,
  onQuestion,
  t,
} from '../page/extension.ts';
import { focusPrompt } from '../page/focus.ts';
import { startPage } from '../page/start-page.tsx';
import { PopupContext } from '../stage/context.ts';
import { watchPresses } from '../stage/last-press.ts';
import { createPopupModel } from '../stage/popup-model.ts';

/** Puts the popup or the side panel on the page, with one state for all of its parts. */
export function startStudio(page: ComponentChild): void {
  onQuestion((message) => isShowing(message) && document.visibilityState === 'visible');
  const model = createPopupModel({
    area: jobsArea,
    draftArea,
    isPrivate: inPrivateWindow(),
    ask,
    askSoon,
    connect,
    drawSeed: () => drawSeed(crypto),
    pressedAt: watchPresses(window),
    focus: focusPrompt,
    replaced: (run) => announce(t('popup_edited'), { label: t('common_undo'), run }),
    jobId: new URLSearchParams(location.search).get('job') ?? undefined,
    onSettingsChanged: (listener) => {
      onBroadcast((message) => {
        const view = changedSettings(message);
        if (view) listener(view);
      });
    },
  });
  startPage(
    'extension_name',
    <PopupContext.Provider value={model}>{page}</PopupContext.Provider>,
    model.settings,
  );
}
