import type { StorageArea } from '../../jobs/index.ts';
import type { Ask, SettingsView } from '../../messages/index.ts';
import type { holdLifeline } from './lifeline.ts';

type Connect = Parameters<typeof holdLifeline>[0]['connect'];

/** What the popup's state works with. */
export interface PopupPorts {
  area: StorageArea;
  /** Where the draft is stored; left out: in `area`. */
  draftArea?: StorageArea;
  /** The session storage, through which the background hands texts over. */
  sessionArea: StorageArea;
  /** Whether the page belongs to a private window. */
  inPrivateWindow(): Promise<boolean>;
  /** For messages whose answer may take long. */
  ask: Ask;
  /** For messages that are answered at once. */
  askSoon: Ask;
  connect: Connect;
  onSettingsChanged(listener: (view: SettingsView) => void): void;
  drawSeed(): number;
  /** The job to show first. */
  jobId?: string | undefined;
  /** Moves the focus to the prompt. */
  focus?(): void;
  /** Called when a typed prompt that was not sent is replaced; `undo` brings it back. */
  replaced?(undo: () => void): void;
  /** When the latest press was made, in milliseconds of a clock that is never set back. */
  pressedAt(): number;
  random?: () => number;
}
