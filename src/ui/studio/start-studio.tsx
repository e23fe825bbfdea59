import type { ComponentChild } from 'preact';
import { changedSettings } from '../../messages/index.ts';
import { drawSeed } from '../composer/draw-seed.ts';
import { ask, askSoon, connect, localArea, onBroadcast } from '../page/extension.ts';
import { startPage } from '../page/start-page.tsx';
import { PopupContext } from '../stage/context.ts';
import { createPopupModel } from '../stage/popup-model.ts';

/** Puts the popup or the side panel on the page, with one state for all of its parts. */
export function startStudio(page: ComponentChild): void {
  const model = createPopupModel({
    area: localArea,
    ask,
    askSoon,
    connect,
    drawSeed,
    onSettingsChanged: (listener) => {
      onBroadcast((message) => {
        const view = changedSettings(message);
        if (view) listener(view);
      });
    },
  });
  startPage('extension_name', <PopupContext.Provider value={model}>{page}</PopupContext.Provider>);
}
