import type { ProviderName } from '../../../generation/index.ts';

/** What a failure's buttons can do. */
export type HelpAction =
  /** Another try with other words or settings: leads to the prompt. */
  | { kind: 'change' }
  /** The same request again; `at` is when that makes sense, in epoch milliseconds. */
  | { kind: 'retry'; at?: number }
  /** As `retry`, once the browser is online. */
  | { kind: 'retry-online' }
  /** The job itself waits for that moment, or for the network, also while the popup is closed. */
  | { kind: 'let-wait' }
  /** Asks the service that took the job on how it stands; never pays. */
  | { kind: 'look-again' }
  /** Has another service make it, which may be paid for twice. */
  | { kind: 'ask-instead'; provider: ProviderName }
  | { kind: 'options'; section?: ProviderName }
  /** `label` is a key of `_locales`. */
  | { kind: 'link'; url: string; label: string }
  | { kind: 'find-model' }
  /** Asks to be let at the address of a paid picture, and fetches it. */
  | { kind: 'fetch-picture'; url: string }
  | { kind: 'keep-picture' }
  /** Saves such a picture as a file, past the store that does not take it. */
  | { kind: 'save-picture' };
