import type { LabRequest } from './exchange.ts';

const HUGGING_FACE = ['huggingface.co', 'router.huggingface.co'];

/**
 * What must never be sent, whatever the test is about: a Hugging Face token anywhere but to Hugging Face's
 * own two hosts or a hub that was given it, Puter's token anywhere but to Puter, and cookies.
 */
export function findViolations(
  { host, url, headers, bodyText }: LabRequest,
  puterToken: string,
  hubTokens: (host: string) => readonly string[] | undefined,
): string[] {
  const sent = `${headers.authorization ?? ''} ${url.search} ${bodyText}`;
  const tokens: string[] = sent.match(/\bhf_[A-Za-z0-9_]+/g) ?? [];
  const own = hubTokens(host);
  const strays = HUGGING_FACE.includes(host) ? [] : tokens.filter((token) => own?.includes(token) !== true);
  const found = strays.map((token) => `A Hugging Face token (…${token.slice(-4)}) was sent to ${host}`);
  const isPuter = host === 'api.puter.com' || host === 'puter.com';
  if (!isPuter && !isSignInAddress(host) && sent.includes(puterToken)) {
    found.push(`Puter's token was sent to ${host}`);
  }
  if (headers.cookie !== undefined) found.push(`Cookies were sent to ${host}`);
  return found;
}

/**
 * Whether a sign-in comes back to this host. The browser is to catch that address before it is asked, and
 * Chromium often does not.
 */
function isSignInAddress(host: string): boolean {
  return host.endsWith('.chromiumapp.org') || host.endsWith('.extensions.allizom.org');
}

/**
 * The answer of a sign-in that reached the network with its token, although the browser should have caught
 * it: a limit that SECURITY.md names, and that tests count. Undefined for any other request.
 */
export function strayedSignIn(
  { host, method, url, bodyText }: LabRequest,
  puterToken: string,
): string | undefined {
  const isAnswer = isSignInAddress(host) && `${url.search} ${bodyText}`.includes(puterToken);
  return isAnswer ? `${method} ${url.protocol}//${host}` : undefined;
}
