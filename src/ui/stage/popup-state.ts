import type { ReadonlySignal } from '@preact/signals';
import type { GenerationRequest } from '../../generation/request.ts';
import type { Job } from '../../jobs/index.ts';
import type { Problem, SettingsView } from '../../messages/index.ts';
import type { DraftKeeper } from '../composer/draft-keeper.ts';
import type { EditedDraft } from '../composer/edited-draft.ts';
import type { PromptPicks } from '../composer/prompt-picks.ts';
import type { JobActions } from './job-actions.ts';
import type { Prices } from './prices.ts';
import type { StyleList } from './style-list.ts';

/** The state of the popup and what can be done with it. */
export interface PopupModel extends JobActions {
  keeper: DraftKeeper;
  picks: PromptPicks;
  /** The last prompts, newest first. */
  recent: ReadonlySignal<string[]>;
  /** The stored jobs were read. */
  ready: ReadonlySignal<boolean>;
  shown: ReadonlySignal<Job | undefined>;
  /** The pictures of one press that stand beside the shown one; none where it is shown alone. */
  compared: ReadonlySignal<Job[]>;
  /** The pictures of the same press as this job, which share a cell of the strip. */
  pressOf(job: Job): Job[];
  /** The jobs of the strip, in order. */
  strip: ReadonlySignal<Job[]>;
  /** True from the press of Generate until the job appears: a second press would pay twice. */
  starting: ReadonlySignal<boolean>;
  /** Why the last press did nothing. */
  problem: ReadonlySignal<Problem | undefined>;
  settings: ReadonlySignal<SettingsView | undefined>;
  prices: Prices;
  /** The user's styles, in their order. */
  styles: StyleList['styles'];
  /** The same once they are read; undefined where they cannot be. */
  readStyles: StyleList['whenRead'];
  /** Counted up each time the styles are to be shown. */
  choosesStyle: ReadonlySignal<number>;
  /** No service is connected. */
  unconnected: ReadonlySignal<boolean>;
  /** The background has not answered for too long. */
  silent: ReadonlySignal<boolean>;
  /** Sends the draft. */
  generateDraft(): Promise<void>;
  /** Sends the request of an earlier job again. */
  again(job: Pick<Job, 'id' | 'request'>, how?: { newSeed: boolean }): Promise<void>;
  /** Puts a request into the composer. `undo` restores what was there before. */
  edit(request: GenerationRequest): Promise<Pick<EditedDraft, 'gone'> & { undo(): void }>;
  /** Cancels the shown job; a job that is just being started is cancelled as soon as it is there. */
  cancelShown(): void;
  /** The id of the picture that was just deleted, until the user goes on to something else. */
  undoable: ReadonlySignal<string | undefined>;
  forgetProblem(): void;
  forgetUndoable(): void;
  /** Sends another greeting to a background that did not answer. */
  greetAgain(): Promise<void>;
}
