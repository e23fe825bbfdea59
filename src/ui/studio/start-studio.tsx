import { computed } from '@preact/signals';
import type { ComponentChild } from 'preact';
import { drawSeed } from '../../generation/draw-seed.ts';
import { isUnseen } from '../../jobs/index.ts';
import { changedSettings } from '../../messages/index.ts';
import { announceReplaced } from '../composer/announce-replaced.ts';
import { answerShowing } from '../page/answer-showing.ts';
import {
  ask,
  askSoon,
  connect,
  draftArea,
  jobsArea,
  onBroadcast,
  sessionArea,
  t,
} from '../page/extension.ts';
import { focusPrompt, STAGE_ID } from '../page/focus.ts';
import { inPrivateWindow } from '../page/private-window.ts';
import { startPage } from '../page/start-page.tsx';
import { tellSeen } from '../page/tell-seen.ts';
import { PopupContext } from '../stage/context.ts';
import { watchPresses } from '../stage/last-press.ts';
import { createPopupModel } from '../stage/popup-model.ts';
import { showsOutcome } from '../stage/shows-outcome.ts';

/** Puts the popup or the side panel on the page, with one state for all of its parts. */
export function startStudio(page: ComponentChild): void {
  const model = createPopupModel({
    area: jobsArea,
    draftArea,
    sessionArea,
    inPrivateWindow,
    ask,
    askSoon,
    connect,
    drawSeed: () => drawSeed(crypto),
    pressedAt: watchPresses(window),
    focus: focusPrompt,
    replaced: (undo) => announceReplaced(t('popup_edited'), undo),
    jobId: new URLSearchParams(location.search).get('job') ?? undefined,
    onSettingsChanged: (listener) => {
      onBroadcast((message) => {
        const view = changedSettings(message);
        if (view) listener(view);
      });
    },
  });
  answerShowing((asked) => {
    // Where a model is looked for there is no stage.
    const isThere = document.getElementById(STAGE_ID)?.checkVisibility() === true;
    const shown = model.starting.value ? undefined : model.shown.value;
    return isThere && showsOutcome(asked, { shown, strip: [...model.strip.value, ...model.compared.value] });
  });
  const { strip, pressOf } = model;
  const jobs = computed(() => strip.value.flatMap((job) => [job, ...pressOf(job)]));
  tellSeen(computed(() => jobs.value.some(isUnseen)));
  startPage(
    'extension_name',
    <PopupContext.Provider value={model}>{page}</PopupContext.Provider>,
    model.settings,
  );
}
