import { render } from 'preact';
import { changedSettings } from '../../messages/index.ts';
import { drawSeed } from '../composer/draw-seed.ts';
import { ask, askSoon, connect, isToolbarPopup, localArea, onBroadcast, t } from '../page/extension.ts';
import { PopupContext } from '../stage/context.ts';
import { createPopupModel } from '../stage/popup-model.ts';
import { fitToolbarPopup } from './fit-toolbar-popup.ts';
import { Popup } from './Popup.tsx';

/** Puts the popup on the page. */
export function startPopup(root: Element): void {
  document.documentElement.lang = t('common_language');
  if (isToolbarPopup()) fitToolbarPopup();
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
  // The last moment of a popup: what was just typed is not yet written.
  window.addEventListener('pagehide', () => model.keeper.flush());
  render(
    <PopupContext.Provider value={model}>
      <Popup />
    </PopupContext.Provider>,
    root,
  );
}
