import type { StorageArea } from '../../jobs/index.ts';
import type { Ask, SettingsView } from '../../messages/index.ts';
import type { holdLifeline } from './lifeline.ts';

type Connect = Parameters<typeof holdLifeline>[0]['connect'];

/** What the popup's state works with. */
export interface PopupPorts {
  area: StorageArea;
  /** Where what is typed lies; left out: with the jobs. */
  draftArea?: StorageArea;
  /** The page belongs to a private window. */
  isPrivate?: boolean;
  /** For what takes its time. */
  ask: Ask;
  /** For what is answered at once. */
  askSoon: Ask;
  connect: Connect;
  onSettingsChanged(listener: (view: SettingsView) => void): void;
  drawSeed(): number;
  /** The job to show first. */
  jobId?: string | undefined;
  /** Leads to the prompt. */
  focus?(): void;
  /** Words that were typed and not sent made room for others; `undo` brings them back. */
  replaced?(undo: () => void): void;
  /** When the latest press was made, in milliseconds of a clock that is never set back. */
  pressedAt(): number;
  random?: () => number;
}
