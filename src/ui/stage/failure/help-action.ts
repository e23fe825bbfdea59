import type { ProviderName } from '../../../generation/index.ts';

/** The actions of a failure's buttons. */
export type HelpAction =
  /** Leads to the prompt, to change the request. */
  | { kind: 'change' }
  /** Sends the same request again; `at` is when that makes sense, in epoch milliseconds. */
  | { kind: 'retry'; at?: number }
  /** As `retry`, once the browser is online. */
  | { kind: 'retry-online' }
  /** The job itself waits for the moment that its failure named, or for the network, also while the popup is closed. */
  | { kind: 'let-wait' }
  /** Asks the service that accepted the job for its state; never pays. */
  | { kind: 'look-again' }
  /** Has another service make the picture, which may then be paid for twice. */
  | { kind: 'ask-instead'; provider: ProviderName }
  | { kind: 'options'; section?: ProviderName }
  /** `label` is a key of `_locales`. */
  | { kind: 'link'; url: string; label: string }
  | { kind: 'find-model' }
  /** Asks for permission for the address of a paid picture, and fetches it. */
  | { kind: 'fetch-picture'; url: string }
  | { kind: 'keep-picture' }
  /** Saves a picture that could not be stored as a file. */
  | { kind: 'save-picture' };
