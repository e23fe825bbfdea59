import type { SettingsView, TokenView } from '../../messages/index.ts';
import type { Secret } from '../../settings/index.ts';
import { tokenFor } from '../bound-token.ts';
import type { Snapshot } from './snapshot.ts';

/** What pages are shown of the settings: all of it but the tokens. */
export function toSettingsView(snapshot: Snapshot): SettingsView {
  const { settings, secrets, locked, repaired, allowed } = snapshot;
  const { huggingface, puter } = settings;
  return {
    first: settings.first,
    huggingface: {
      ...huggingface,
      ...withToken('token', secrets.huggingface),
      ...withToken('endpointToken', boundTo(huggingface.apiUrl, secrets.endpoint)),
    },
    puter: { ...puter, ...withToken('token', secrets.puter) },
    hub: settings.hub,
    sources: settings.sources.map((source) => ({
      ...source,
      ...withToken('token', boundTo(source.url, secrets[`source:${source.id}`])),
      allowed: allowed[source.id] === true,
      locked: locked.includes('sources'),
    })),
    locked,
    repaired,
  };
}

/** A saved token, recognisable but useless to whoever sees it. */
export function toTokenView({ token, verdict, account }: Secret): TokenView {
  return {
    // A very short token is not shown even in part.
    endsIn: token.length >= 12 ? token.slice(-4) : '····',
    verdict,
    ...(account !== undefined && { account }),
  };
}

/** A token that is sent nowhere because it belongs to another origin is shown as none: the user has to give one. */
function boundTo(url: string, secret: Secret | undefined): Secret | undefined {
  return tokenFor(url, secret) === undefined ? undefined : secret;
}

function withToken<Key extends string>(key: Key, secret: Secret | undefined) {
  return (secret ? { [key]: toTokenView(secret) } : {}) as { [Name in Key]?: TokenView };
}
