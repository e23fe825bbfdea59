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

/* The data that pages get. It never contains a token, only a saved token's last characters. */

/** What the service said about a token when the token was last used or checked. */
export type TokenVerdict = 'valid' | 'lacks-permission' | 'invalid' | 'unchecked';

export interface TokenView {
  /** The last four characters. */
  endsIn: string;
  verdict: TokenVerdict;
  /** The account it belongs to, when the service said so. */
  account?: string;
  /** The token is encrypted: it cannot be used, and its last characters cannot be shown, before the user enters the passphrase. */
  locked?: true;
  /** The token came from a sign-in. */
  signedIn?: true;
}

/** Where the sign-in to Hugging Face stands. `not-saved`: the service gave a token, but it could not be stored. */
export type SignInView =
  | { step: 'none' | 'expired' | 'denied' | 'failed' | 'not-saved' }
  /** The user must type `userCode` on the web page `page`. */
  | { step: 'waiting'; userCode: string; page: string };

/** The settings, with tokens' states, permissions and locks. Contains no token. */
export type SettingsView = Settings & {
  /** Saved tokens by slot. A token that was saved for another origin than its slot's present one is left out. */
  tokens: Partial<Record<TokenSlot, TokenView>>;
  /** Whether a passphrase protects the tokens. `locked`: the user has not entered it, and no token can be used. */
  passphrase: Lock;
  /** Set when Puter's token was forgotten because it was not used for long. */
  puterForgotten?: Forgotten;
  /** Left out in a build that cannot sign in to Hugging Face. */
  signIn?: SignInView;
  /** By source id: whether the extension may send requests to the source's origin. False until the user grants it. */
  allowed: Record<string, boolean>;
  /** Whether the user agreed that hubs are asked. Before that nobody is asked by itself. */
  agreed: boolean;
  /** Names of settings that a deployer has set: the user cannot change them. */
  locked: LockName[];
  /** Some stored value could not be read: its default is used, and the stored value is kept. */
  unreadable: boolean;
  /** Tells which of two views is newer: see `isNewer`. */
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

/** The hub that was found at an address. */
export interface SourceProbe {
  /** The address as it will be stored. */
  url: string;
  type: SourceType;
  /** A suggested name for the source. */
  name: string;
  version?: string;
}

/** What *Test* found out about a source. */
export interface SourceTest {
  reachable: boolean;
  /** How long it took to find out what kind of hub it is, in milliseconds. */
  ms?: number;
  /** HTTP status, when there was one. */
  status?: number;
  type?: SourceType;
  version?: string;
  token?: TokenVerdict;
  account?: string;
  /** The hub answers only to signed-in users: it wants a token, or another token than the saved one. */
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

/**
 * Whether a model can make pictures. `runs`: at Hugging Face, now. `not-run`: a source has the model, but Hugging Face cannot run it
 * now. `absent`: no source has it. `unsaid`: no source could tell.
 */
export interface ModelCheck {
  answer: 'runs' | 'not-run' | 'absent' | 'unsaid';
}

/** A model that a source lists, with the fields that pages show. */
export interface ModelView {
  id: string;
  /** The id of the source. */
  _source: string;
  likes?: number;
  downloads?: number;
}

export interface ModelHit {
  item: ModelView;
  /** Names of the other sources that list the model, too. */
  alsoAt: string[];
  /** Ids of the sources in `alsoAt`. */
  alsoAtIds: string[];
  /** Whether Hugging Face can run it now: live inference routes. */
  runnable: 'yes' | 'no' | 'unknown';
}

export interface ModelSearch {
  hits: ModelHit[];
  /** The result of each source, in the order they are asked. */
  sources: ListReport[];
  /** False when there are more models than are listed, or a source has not sent its whole list. */
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

/** The address at which a tab can download a file. */
export interface FileAddress {
  url: string;
  /** The id of the source. */
  source: string;
  /** The file is hidden unless the user is signed in at the source: a tab sends no token. */
  needsSignIn: boolean;
  /**
   * With `needsSignIn`: the id of the download by which the background fetches the file with the token, if the browser can
   * store files.
   */
  download?: string;
}

export interface RepositoryFiles {
  items: FileView[];
  /** The id of the source that was asked. */
  source: string;
  /** False when the folder has more entries than are listed. */
  complete: boolean;
}

/** The parsed repository that the user typed. */
export interface RepositoryTarget {
  type: RepositoryType;
  id: string;
  revision?: string;
}
