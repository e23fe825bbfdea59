import * as z from 'zod/mini';
import { askOauth, type OauthPorts } from './ask-oauth.ts';

/** What was said of a request for a token. */
export type TokenAnswer =
  | { kind: 'token'; token: string; refreshToken?: string; lifeMs: number; mayInfer: boolean }
  /** The user has not decided yet. */
  | { kind: 'pending' }
  /** As `pending`; or nothing that says anything: no network, a gateway's page, a limit. Ask less often, and go on. */
  | { kind: 'slower'; isUnsure: boolean }
  /** It will never be given: the code of RFC 6749 and 8628, or of a later one. */
  | { kind: 'refused'; error: string };

const TIMEOUT_MS = 10_000;
/** How long an access token lasts where the answer does not say: what Hugging Face documents, 8 hours. */
const USUAL_LIFE_S = 28_800;

/** Sent as a header later on: ASCII without spaces. */
const tokenText = z.string().check(z.regex(/^[\x21-\x7e]{1,8192}$/));
const given = z.object({
  access_token: tokenText,
  refresh_token: z.catch(z.optional(tokenText), undefined),
  expires_in: z.catch(z.number().check(z.gte(1), z.lte(400 * 86_400)), USUAL_LIFE_S),
  scope: z.catch(z.optional(z.string()), undefined),
});
/** A code, and no sentence: the hub's other errors lie under the same name. */
const refusal = z.object({ error: z.string().check(z.regex(/^[a-z]+(?:_[a-z]+)+$/)) });

/** Asks whether the user has let this sign-in in. */
export function askForToken(deviceCode: string, ports: OauthPorts): Promise<TokenAnswer> {
  return ask({ grant_type: 'urn:ietf:params:oauth:grant-type:device_code', device_code: deviceCode }, ports);
}

/** Asks for a new token. The answer may bring a new refresh token, and the old one is then used up. */
export function askToRenew(refreshToken: string, ports: OauthPorts): Promise<TokenAnswer> {
  return ask({ grant_type: 'refresh_token', refresh_token: refreshToken }, ports);
}

async function ask(fields: Record<string, string>, ports: OauthPorts): Promise<TokenAnswer> {
  const heard = await askOauth('/oauth/token', fields, ports, TIMEOUT_MS);
  const { data } = given.safeParse(heard?.status === 200 ? heard.body : undefined);
  if (data) {
    return {
      kind: 'token',
      token: data.access_token,
      ...(data.refresh_token !== undefined && { refreshToken: data.refresh_token }),
      lifeMs: data.expires_in * 1000,
      // Where nothing is said of it, what was asked for was given (RFC 6749, section 5.1).
      mayInfer: data.scope === undefined || data.scope.split(' ').includes('inference-api'),
    };
  }
  const isOwn = heard !== undefined && heard.status >= 400 && heard.status < 500 && heard.status !== 429;
  const error = refusal.safeParse(isOwn ? heard.body : undefined).data?.error;
  if (error === 'authorization_pending') return { kind: 'pending' };
  if (error === 'slow_down' || error === undefined || error === 'temporarily_unavailable')
    return { kind: 'slower', isUnsure: error !== 'slow_down' };
  return { kind: 'refused', error };
}
