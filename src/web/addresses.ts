/** Host names that no public name server knows, and names of private networks that one does know (Tailscale's `ts.net`). */
const PRIVATE_NAME =
  /(?:^|\.)(?:localhost|localdomain|local|internal|intranet|intra|private|lan|localnet|home|home\.arpa|in-addr\.arpa|ip6\.arpa|corp|domain|workgroup|mshome\.net|ts\.net)$/;

/**
 * Public host names that lead to this machine, to a router, or to the address in the name (`192-168-1-1.nip.io`). They do not
 * count as private: anybody may have a server under such a name.
 */
const LEADS_ANYWHERE =
  /(?:^|\.)(?:nip\.io|sslip\.io|xip\.io|traefik\.me|localtest\.me|lvh\.me|plex\.direct|fritz\.box)$/;

/** A host name without dots at its end (the DNS root). */
const withoutRoot = (host: string) => host.replace(/\.{1,9}$/, '');

/**
 * Whether a host name, as `URL` writes it, is this machine or in a network that the internet does not reach: a private,
 * shared (RFC 6598) or link-local address, a name of a home or company network, or a name without a dot.
 */
export function isPrivateHost(host: string): boolean {
  const name = withoutRoot(host.toLowerCase());
  if (name.startsWith('[')) return isPrivateIpv6(name.slice(1, -1));
  const ipv4 = ipv4In(name);
  if (ipv4) return isPrivateIpv4(ipv4);
  return name !== '' && (!name.includes('.') || PRIVATE_NAME.test(name));
}

/**
 * Parses the address of a picture on the public web: https, a public host name, no user name or password. Undefined for any other
 * address: addresses from an answer are untrusted and must not lead into the user's own network. IP addresses are refused, too,
 * since no picture service uses them.
 */
export function publicAddress(text: string): URL | undefined {
  const url = URL.parse(text);
  if (url?.protocol !== 'https:' || url.username || url.password) return undefined;
  const name = withoutRoot(url.hostname);
  const isIpAddress = name.startsWith('[') || ipv4In(name) !== undefined;
  return isIpAddress || isPrivateHost(name) || LEADS_ANYWHERE.test(name) ? undefined : url;
}

/**
 * The match pattern that covers a URL's origin, for `permissions`. It has no port: Firefox refuses ports in patterns, and Chromium
 * would grant another pattern than is checked. Throws a TypeError when `url` is not a URL.
 */
export function originPattern(url: string): string {
  const { protocol, hostname } = new URL(url);
  return `${protocol}//${hostname}/*`;
}

/** The four bytes of an IPv4 address. `URL` writes all of them in dotted form: 0x7f.1 and 2130706433 as 127.0.0.1. */
function ipv4In(host: string): number[] | undefined {
  return /^\d{1,3}(?:\.\d{1,3}){3}$/.test(host) ? host.split('.').map(Number) : undefined;
}

function isPrivateIpv4([first = 0, second = 0]: readonly number[]): boolean {
  if (first === 0 || first === 10 || first === 127) return true;
  if (first === 100) return second >= 64 && second <= 127;
  // Multicast, reserved and broadcast (224.0.0.0 and above); benchmarking of networks (198.18.0.0/15).
  if (first >= 224 || (first === 198 && (second === 18 || second === 19))) return true;
  // The range with the addresses that the IANA reserves for protocols and documentation.
  if (first === 192 && second === 0) return true;
  if (first === 172) return second >= 16 && second <= 31;
  return (first === 192 && second === 168) || (first === 169 && second === 254);
}

/**
 * Whether an IPv6 address is not on the public internet, whose addresses all are in 2000::/3. An IPv6 address that contains an
 * IPv4 address (mapped, compatible, translated by RFC 6052, 6to4) is judged by that IPv4 address.
 */
function isPrivateIpv6(address: string): boolean {
  const groups = groupsOf(address);
  const [first = 0, second = 0, third = 0] = groups;
  if (first === 0x2002) return isPrivateIpv4(bytesOf([second, third]));
  const before = groups.slice(0, 6).join(':');
  if (IPV4_FOLLOWS.has(before)) return isPrivateIpv4(bytesOf(groups.slice(6)));
  return first >> 13 !== 1;
}

/**
 * The first six groups of IPv6 addresses that end in an IPv4 address: compatible (zeros), mapped, translated (RFC 2765 and
 * 6052).
 */
const IPV4_FOLLOWS = new Set(
  ['::', '::ffff:0:0', '::ffff:0:0:0', '64:ff9b::'].map((start) => groupsOf(start).slice(0, 6).join(':')),
);

/** The eight groups of an address as `URL` writes it: in hexadecimal, with at most one `::`. */
function groupsOf(address: string): number[] {
  const [start = [], end = []] = address
    .split('::')
    .map((part) => part.split(':').flatMap((group) => (group === '' ? [] : [Number.parseInt(group, 16)])));
  return [...start, ...Array<number>(Math.max(0, 8 - start.length - end.length)).fill(0), ...end];
}

function bytesOf(pairs: readonly number[]): number[] {
  return pairs.flatMap((pair) => [pair >> 8, pair & 0xff]);
}

/** The text without the slashes at its end. A regular expression would need quadratic time for many slashes. */
export function withoutTrailingSlashes(text: string): string {
  let end = text.length;
  while (end > 0 && text[end - 1] === '/') end -= 1;
  return text.slice(0, end);
}
