import type { LabRequest } from './exchange.ts';

const HUGGING_FACE = ['huggingface.co', 'router.huggingface.co'];

/**
 * What must never be sent, whatever the test is about: a Hugging Face token anywhere but to Hugging Face's own two
 * hosts or a hub that was given it, and Puter's token anywhere but to Puter.
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
  if (!isPuter && !host.endsWith('.chromiumapp.org') && sent.includes(puterToken)) {
    found.push(`Puter's token was sent to ${host}`);
  }
  if (headers.cookie !== undefined) found.push(`Cookies were sent to ${host}`);
  return found;
}
