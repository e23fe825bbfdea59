import { askOauth, type OauthPorts } from './ask-oauth.ts';

const TIMEOUT_MS = 8_000;

/**
 * Asks that a refresh token, and what was made with it, be withdrawn (RFC 7009). True only when the service says it did: that
 * Hugging Face has this address is not documented, and then the user is led to where access is withdrawn by hand.
 */
export async function revoke(refreshToken: string, ports: OauthPorts): Promise<boolean> {
  const fields = { token: refreshToken, token_type_hint: 'refresh_token' };
  return (await askOauth('/oauth/revoke', fields, ports, TIMEOUT_MS))?.status === 200;
}
