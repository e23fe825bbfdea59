import type { ListReport, RepositoryType, SourceType } from '../hub/index.ts';
import type {
  Difference,
  Forgotten,
  Lock,
  LockName,
  Settings,
  SourceSetting,
  TokenSlot,
} from '../settings/index.ts';

/** The data that pages get. It never contains a token: a saved one is shown by its last characters. */

/** What the service said of a token when it was last asked. */
export type TokenVerdict = 'valid' | 'lacks-permission' | 'invalid' | 'unchecked';

export interface TokenView {
  /** The last four characters. */
  endsIn: string;
  verdict: TokenVerdict;
  /** The account it belongs to, when the service said so. */
  account?: string;
  /** It cannot be used, or seen by its last characters, before the passphrase is given. */
  locked?: true;
  /** It came from a sign-in. */
  signedIn?: true;
}

/** Where the sign-in to Hugging Face stands. `not-saved`: it was given, and could not be kept. */
export type SignInView =
  | { step: 'none' | 'expired' | 'denied' | 'failed' | 'not-saved' }
  /** `userCode` is to be typed on `page`. */
  | { step: 'waiting'; userCode: string; page: string };

/** The settings, with tokens' states, permissions and locks. Contains no token. */
export type SettingsView = Settings & {
  /** Saved tokens by slot. A token that was saved for another origin than its slot's present one is left out. */
  tokens: Partial<Record<TokenSlot, TokenView>>;
  /** Whether a passphrase guards the tokens. `locked`: nothing is sent before it is given. */
  passphrase: Lock;
  /** Puter's token was forgotten because nobody used it. */
  puterForgotten?: Forgotten;
  /** Left out in a build that cannot sign in to Hugging Face. */
  signIn?: SignInView;
  /** By source id: whether its origin may be asked. False when that was refused or taken back, until it is allowed again. */
  allowed: Record<string, boolean>;
  /** What a deployer set: it cannot be changed. */
  locked: LockName[];
  /** Some stored value could not be read: its default is used, and the value is kept. */
  unreadable: boolean;
  /** Which of two views is the newer: see `isNewer`. */
  read: { worker: string; count: number };
};

/** A source with what decides whether it can be asked. */
export interface SourceView extends SourceSetting {
  token?: TokenView;
  allowed: boolean;
  locked: boolean;
}

/** The sources in the order they are asked. */
export function sourceViews({ sources, tokens, allowed, locked }: SettingsView): SourceView[] {
  return sources.map((source) => {
    const token = tokens[`source:${source.id}`];
    return {
      ...source,
      ...(token && { token }),
      allowed: allowed[source.id] === true,
      locked: locked.includes('sources'),
    };
  });
}

/** What was found at a hub's address. */
export interface SourceProbe {
  /** The address as it will be stored. */
  url: string;
  type: SourceType;
  /** A suggestion. */
  name: string;
  version?: string;
}

/** What *Test* found out about a source. */
export interface SourceTest {
  reachable: boolean;
  /** How long it took to find out what it is, in milliseconds. */
  ms?: number;
  /** HTTP status, when there was one. */
  status?: number;
  type?: SourceType;
  version?: string;
  token?: TokenVerdict;
  account?: string;
  /** It does not let itself be seen: without a token, or with the one that is saved. */
  wants?: 'token' | 'another-token';
}

/** What a settings file would change. */
export interface ImportPreview {
  differences: Difference[];
  /** Something in the file could not be read and is left out. */
  unreadable: boolean;
}

export interface CacheView {
  entries: number;
  hits: number;
  misses: number;
}

/** What is known of a model before a picture is asked of it. `not-run`: it is there, but Hugging Face cannot run it now. */
export interface ModelCheck {
  answer: 'runs' | 'not-run' | 'absent' | 'unsaid';
}

/** A model that a source lists, with what pages show of it. */
export interface ModelView {
  id: string;
  /** The id of the source. */
  _source: string;
  likes?: number;
  downloads?: number;
}

export interface ModelHit {
  item: ModelView;
  /** Names of the other sources that list it too, and their ids. */
  alsoAt: string[];
  alsoAtIds: string[];
  /** Whether Hugging Face can run it now: live inference routes. */
  runnable: 'yes' | 'no' | 'unknown';
}

export interface ModelSearch {
  hits: ModelHit[];
  /** The result of each source, in the order they are asked. */
  sources: ListReport[];
  /** False where there is more than is shown, or a source has not given its list. */
  complete: boolean;
}

/** A file or folder of a repository. */
export interface FileView {
  folder: boolean;
  /** From the root of the repository. */
  path: string;
  /** Bytes. */
  size?: number;
}

/** Where a tab can get a file. */
export interface FileAddress {
  url: string;
  /** The id of the source. */
  source: string;
  /** The file is hidden unless the user is signed in at the source: a tab sends no token. */
  needsSignIn: boolean;
  /** Then the background fetches it with the token, where the browser gives it room to: the id of that download. */
  download?: string;
}

export interface RepositoryFiles {
  items: FileView[];
  /** The id of the source that was asked. */
  source: string;
  /** False where there are more than are listed. */
  complete: boolean;
}

/** The parsed repository that the user typed. */
export interface RepositoryTarget {
  type: RepositoryType;
  id: string;
  revision?: string;
}
