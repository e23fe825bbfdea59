/** Names that no public name server knows, and those of private networks that one does (Tailscale's `ts.net`). */
const PRIVATE_NAME =
  /(?:^|\.)(?:localhost|localdomain|local|internal|intranet|private|lan|localnet|home|home\.arpa|corp|mshome\.net|ts\.net)$/;

/**
 * Whether a host name, as `URL` writes it, is this machine or in a network that the internet does not reach: a private,
 * shared (RFC 6598) or link-local address, a name of a home or company network, or a name without a dot.
 */
export function isPrivateHost(host: string): boolean {
  const name = host.toLowerCase().replace(/\.$/, '');
  if (name.startsWith('[')) return isPrivateIpv6(name.slice(1, -1));
  const ipv4 = ipv4In(name);
  if (ipv4) return isPrivateIpv4(ipv4);
  return name !== '' && (!name.includes('.') || PRIVATE_NAME.test(name));
}

/**
 * The address, when it is one a picture on the public web can have: https, a public name, no user name in it. Addresses
 * from an answer are untrusted and must not lead into the user's own network; no picture service hands out bare IP
 * addresses, so none is taken.
 */
export function publicAddress(text: string): URL | undefined {
  const url = URL.parse(text);
  if (url?.protocol !== 'https:' || url.username || url.password) return undefined;
  const isIpAddress = url.hostname.startsWith('[') || ipv4In(url.hostname.replace(/\.$/, '')) !== undefined;
  return isIpAddress || isPrivateHost(url.hostname) ? undefined : url;
}

/**
 * The match pattern that covers a URL's origin. Ports are no part of patterns: Firefox refuses them, and Chromium would
 * grant another pattern than is checked. Throws for what is no URL.
 */
export function originPattern(url: string): string {
  const { protocol, hostname } = new URL(url);
  return `${protocol}//${hostname}/*`;
}

/** The four bytes of an address in dotted form: `URL` has turned 0x7f.1, 2130706433 and the like into 127.0.0.1. */
function ipv4In(host: string): number[] | undefined {
  return /^\d{1,3}(?:\.\d{1,3}){3}$/.test(host) ? host.split('.').map(Number) : undefined;
}

function isPrivateIpv4([first = 0, second = 0]: readonly number[]): boolean {
  if (first === 0 || first === 10 || first === 127) return true;
  if (first === 100) return second >= 64 && second <= 127;
  // Multicast, reserved and broadcast; what routers are measured with; what the IANA keeps for protocols.
  if (first >= 224 || (first === 198 && (second === 18 || second === 19))) return true;
  if (first === 192 && second === 0) return true;
  if (first === 172) return second >= 16 && second <= 31;
  return (first === 192 && second === 168) || (first === 169 && second === 254);
}

/** An IPv4 address in IPv6 clothes: mapped, translated (RFC 6052 and 2765), compatible, 6to4. */
const IPV4_INSIDE = /^(?:::ffff:(?:0:)?|64:ff9b::(?:ffff:)?|::|2002:)([\da-f]{1,4}):([\da-f]{1,4})(?:$|::|:)/;

/** Loopback, unspecified, unique local (fc00::/7), link- and site-local (fe80::/10, fec0::/10), or IPv4 inside. */
function isPrivateIpv6(address: string): boolean {
  if (address === '::1' || address === '::') return true;
  const mapped = IPV4_INSIDE.exec(address);
  if (mapped) {
    const [high, low] = [mapped[1], mapped[2]].map((group) => Number.parseInt(group ?? '', 16));
    return isPrivateIpv4([high ?? 0, low ?? 0].flatMap((pair) => [pair >> 8, pair & 0xff]));
  }
  return /^f[cd][\da-f]{2}:|^fe[89a-f][\da-f]:|^ff[\da-f]{2}:/.test(address);
}

/** The text without the slashes at its end. A regular expression would need quadratic time for many slashes. */
export function withoutTrailingSlashes(text: string): string {
  let end = text.length;
  while (end > 0 && text[end - 1] === '/') end -= 1;
  return text.slice(0, end);
}
