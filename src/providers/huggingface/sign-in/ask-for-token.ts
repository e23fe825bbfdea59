import * as z from 'zod/mini';
import { askOauth, type OauthPorts } from './ask-oauth.ts';

/**
 * The service's answer to a request for a token. `lifeMs`: how long the token is valid; `mayInfer`: it may be used for
 * pictures.
 */
export type TokenAnswer =
  | { kind: 'token'; token: string; refreshToken?: string; lifeMs: number; mayInfer: boolean }
  /** The user has not confirmed the code yet. */
  | { kind: 'pending' }
  /**
   * Ask less often: the service says so, or (`isUnsure`) there was no usable answer: no network, a gateway's page, a rate
   * limit.
   */
  | { kind: 'slower'; isUnsure: boolean }
  /** The token will never be given. `error` is a code of RFC 6749, RFC 8628 or a later standard. */
  | { kind: 'refused'; error: string };

const TIMEOUT_MS = 10_000;
/** How long an access token lasts when the answer does not say: 8 hours, as Hugging Face documents. */
const USUAL_LIFE_S = 28_800;

/** A token is sent in a header later, so it must be visible ASCII without spaces. */
const tokenText = z.string().check(z.regex(/^[\x21-\x7e]{1,8192}$/));
const given = z.object({
  access_token: tokenText,
  refresh_token: z.catch(z.optional(tokenText), undefined),
  expires_in: z.catch(z.number().check(z.gte(1), z.lte(400 * 86_400)), USUAL_LIFE_S),
  scope: z.catch(z.optional(z.string()), undefined),
});
/** An OAuth error code, such as `slow_down`. Other errors of the hub have a sentence in the same field. */
const refusal = z.object({ error: z.string().check(z.regex(/^[a-z]+(?:_[a-z]+)+$/)) });

/** Asks for the token of a sign-in, which is given once the user has confirmed the code. Never rejects. */
export function askForToken(deviceCode: string, ports: OauthPorts): Promise<TokenAnswer> {
  return ask({ grant_type: 'urn:ietf:params:oauth:grant-type:device_code', device_code: deviceCode }, ports);
}

/** Asks for a new token. The answer may contain a new refresh token; the old one is then used up. Never rejects. */
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
      // An answer without a scope means that the requested scope was granted (RFC 6749, section 5.1).
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
