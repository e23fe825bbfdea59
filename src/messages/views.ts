import type { ProviderName } from '../generation/index.ts';
import type { ListItem, ListReport, RepositoryType, SourceType, TreeEntry } from '../hub/index.ts';

/** What pages are told. No token is ever part of it: a saved one is shown by its last characters. */

/** What the service said of a token when it was last asked. */
export type TokenVerdict = 'valid' | 'lacks-permission' | 'invalid' | 'unchecked';

export interface TokenView {
  /** The last four characters. */
  endsIn: string;
  verdict: TokenVerdict;
  /** The account it belongs to, when the service said so. */
  account?: string;
}

export interface SourceView {
  id: string;
  name: string;
  url: string;
  type: SourceType;
  enabled: boolean;
  /** Owners this source is pinned to; empty: none. */
  namespaces: string[];
  token?: TokenView;
  /** False when the permission for its origin was refused or taken back: it cannot be asked until it is allowed again. */
  allowed: boolean;
  /** Set by a deployer; cannot be edited or removed. */
  locked: boolean;
}

/** The five settings of seed 000 besides the sources themselves. */
export interface HubSettingsView {
  enabled: boolean;
  cacheTtlSeconds: number;
  timeoutMs: number;
  maxConcurrent: number;
}

export interface SettingsView {
  first: ProviderName;
  huggingface: {
    enabled: boolean;
    model: string;
    /** The user's own API URL; empty: found out through the hub. */
    apiUrl: string;
    timeoutMs: number;
    /** Inference routes in the order they are tried. */
    routeOrder: string[];
    token?: TokenView;
    /** The token for the user's own API URL. */
    endpointToken?: TokenView;
  };
  puter: { enabled: boolean; model: string; timeoutMs: number; token?: TokenView };
  hub: HubSettingsView;
  /** In the order they are asked. */
  sources: SourceView[];
  /** Names of what a deployer locked: `hub.enabled`, `hub.cacheTtlSeconds`, `hub.timeoutMs`, `hub.maxConcurrent`, `sources`. */
  locked: string[];
  /** True when stored settings could not be read and defaults stand in; the unreadable ones are kept. */
  repaired: boolean;
}

/** Where a token belongs. `source:<id>` for a hub. */
export type TokenSlot = 'huggingface' | 'puter' | 'endpoint' | `source:${string}`;

/** What a look at a hub's address found out. */
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
  /** HTTP status, when there was one. */
  status?: number;
  type?: SourceType;
  version?: string;
  token?: TokenVerdict;
  account?: string;
}

export interface CacheView {
  entries: number;
  hits: number;
  misses: number;
}

export interface ModelHit {
  item: ListItem;
  /** Names of the other sources that list it too. */
  alsoAt: string[];
  /** Whether Hugging Face can run it now: live inference routes. */
  runnable: 'yes' | 'no' | 'unknown';
}

export interface ModelSearch {
  hits: ModelHit[];
  sources: ListReport[];
}

export interface RepositoryFiles {
  items: TreeEntry[];
  source: string;
}

/** A repository as the user wrote it, understood. */
export interface RepositoryTarget {
  type: RepositoryType;
  id: string;
  revision?: string;
}
