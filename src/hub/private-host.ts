/** Whether a host name, as `URL` writes it, is this machine or in a network that the internet does not reach. */
export function isPrivateHost(host: string): boolean {
  if (host === 'localhost' || host.endsWith('.localhost') || host.endsWith('.local')) return true;
  if (host.startsWith('[')) return host === '[::1]' || /^\[f[cd][0-9a-f]{2}:/.test(host);
  const bytes = /^(\d+)\.(\d+)\.\d+\.\d+$/.exec(host);
  return bytes !== null && isPrivateIpv4(Number(bytes[1]), Number(bytes[2]));
}

function isPrivateIpv4(first: number, second: number): boolean {
  if (first === 10 || first === 127) return true;
  if (first === 172) return second >= 16 && second <= 31;
  return (first === 192 && second === 168) || (first === 169 && second === 254);
}
