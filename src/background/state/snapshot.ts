import { isOriginAllowed } from '../../browser/index.ts';
import { parseSourceUrl, type Source } from '../../hub/index.ts';
import type { SignInView } from '../../messages/index.ts';
import {
  type AboutSecret,
  type Agreement,
  type Forgotten,
  type Lock,
  type PuterUse,
  type SecretStore,
  type Secrets,
  type SettingsState,
  type SettingsStore,
  type StyleStore,
  tokenBoundTo,
} from '../../settings/index.ts';
import { isHuggingFace } from '../../web/hugging-face.ts';
import type { HuggingFaceAccount } from '../sign-in/hugging-face-account.ts';

/** Settings, tokens and permissions, read together. `unreadable` also tells that some style could not be read. */
export interface Snapshot extends SettingsState {
  secrets: Secrets;
  /** Whether a passphrase guards the tokens. */
  lock: Lock;
  /** What is known of tokens that are locked now, by slot. A source whose token is locked is not asked without it. */
  sealed: Record<string, AboutSecret>;
  /** Set when Puter's token was forgotten because it was not used for long. */
  puterForgotten?: Forgotten | undefined;
  /** Where the sign-in to Hugging Face stands; undefined in a build that has none. */
  signIn?: SignInView | undefined;
  /** By source id: whether the extension may send requests to the source, see `mayAsk`. */
  allowed: Record<string, boolean>;
  /**
   * Whether the user agreed that hubs are asked by themselves: by the button that says so, by an account, whose token was saved
   * beside the same words, or by a hub that was put into the list. Before that a hub is asked only for what the user types or
   * presses beside its name.
   */
  agreed: boolean;
}

/** Reads settings, secrets and permissions as they are now. */
export async function readSnapshot(
  settings: SettingsStore,
  secrets: SecretStore,
  styles: Pick<StyleStore, 'read'>,
  agreement: Pick<Agreement, 'read'>,
  puterUse?: Pick<PuterUse, 'forgotten'>,
  account?: Pick<HuggingFaceAccount, 'view'>,
): Promise<Snapshot> {
  const [state, tokens, damaged, ownStyles, pressed, puterForgotten, signIn] = await Promise.all([
    settings.read(),
    secrets.read(),
    secrets.damaged(),
    styles.read(),
    agreement.read(),
    puterUse?.forgotten(),
    account?.view(),
  ]);
  const allowed = await Promise.all(
    state.settings.sources.map(async ({ id, url }) => [id, await mayAsk(url)] as const),
  );
  const unreadable = state.unreadable || damaged || ownStyles.unreadable;
  const hasOwnHub = state.settings.sources.some(({ url }) => !isHuggingFace(url));
  const hasToken = Object.keys({ ...tokens.secrets, ...tokens.sealed }).length > 0;
  return {
    ...state,
    unreadable,
    ...tokens,
    puterForgotten,
    signIn,
    allowed: Object.fromEntries(allowed),
    agreed: pressed || hasOwnHub || hasToken,
  };
}

/**
 * Whether a source may be asked: the user allowed its origin, and the options page would accept its address. A deployer's
 * list is not checked by that page, and may contain a public hub in plain http.
 */
async function mayAsk(url: string): Promise<boolean> {
  return parseSourceUrl(url).problem === undefined && (await isOriginAllowed(url));
}

/**
 * The sources as the hub gets them, with their place in the list as priority. A source whose origin is not allowed, or whose
 * token is locked, counts as switched off and is not left out, so that owners pinned to it are not looked up elsewhere.
 */
export function hubSources({ settings, secrets, sealed, allowed }: Snapshot): Source[] {
  return settings.sources.map((source, index) => {
    const token = tokenBoundTo(source.url, secrets[`source:${source.id}`]);
    return {
      ...source,
      priority: index,
      enabled: source.enabled && allowed[source.id] === true && !sealed[`source:${source.id}`],
      ...(token !== undefined && { token }),
    };
  });
}
