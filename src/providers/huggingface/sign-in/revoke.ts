import { askOauth, type OauthPorts } from './ask-oauth.ts';

const TIMEOUT_MS = 8_000;

/**
 * Asks the service to revoke a refresh token and the access tokens made with it (RFC 7009). True only when the service confirms it.
 * Hugging Face does not document this address; on false the user is shown the page where access is revoked by hand. Never rejects.
 */
export async function revoke(refreshToken: string, ports: OauthPorts): Promise<boolean> {
  const fields = { token: refreshToken, token_type_hint: 'refresh_token' };
  return (await askOauth('/oauth/revoke', fields, ports, TIMEOUT_MS))?.status === 200;
}
