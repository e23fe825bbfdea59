const HOME_NETWORK = /(^|\.)(localhost|local|internal|intranet|lan|home|home\.arpa|corp)$/;
const IP_ADDRESS = /^\[|^\d{1,3}(\.\d{1,3}){3}$/;

/**
 * The address, when it is one a picture on the public web can have: https, a name with a dot, no user name in it.
 * Addresses from an answer are untrusted and must not lead into the user's own network; no picture service hands out
 * bare IP addresses, so none is taken.
 */
export function publicAddress(text: string): URL | undefined {
  const url = URL.parse(text);
  if (url?.protocol !== 'https:' || url.username || url.password) return undefined;
  // The parser has already turned 0x7f.1, 2130706433 and the like into 127.0.0.1.
  const host = url.hostname.replace(/\.$/, '');
  if (!host.includes('.') || IP_ADDRESS.test(host) || HOME_NETWORK.test(host)) return undefined;
  return url;
}
