/** Hosts that browsers call for themselves (updates, clocks, captive portals), whatever the extension does. */
const SUFFIXES = [
  'google.com',
  'googleapis.com',
  'gvt1.com',
  'gstatic.com',
  'mozilla.org',
  'mozilla.com',
  'mozilla.net',
  'mozgcp.net',
  'firefox.com',
];

/** Whether a host is one of these: requests to it are answered 404 and kept out of the log. */
export const isHousekeeping = (host: string) =>
  SUFFIXES.some((suffix) => host === suffix || host.endsWith(`.${suffix}`));
