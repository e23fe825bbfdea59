export const ROUTER_ORIGIN = 'https://router.huggingface.co';

/** An address on the router, from path segments that are each encoded. */
export function routerUrl(route: string, path: string, query = ''): URL {
  const encoded = path.split('/').map(encodeURIComponent).join('/');
  return new URL(`${ROUTER_ORIGIN}/${route}/${encoded}${query}`);
}

/**
 * Where to ask the router for what a service named by an address of its own (a status, a result): the same path, below
 * the route. Undefined for what is no address. Whatever the address says, the request goes to the router.
 */
export function onRouter(route: string, address: unknown, suffix = ''): URL | undefined {
  const named = typeof address === 'string' ? URL.parse(address, ROUTER_ORIGIN) : null;
  const url = named && URL.parse(`${ROUTER_ORIGIN}/${route}${named.pathname}${suffix}`);
  return url?.origin === ROUTER_ORIGIN ? url : undefined;
}

/** Whether an address is below a route on the router: the only ones that the token may go to. */
export function isOnRoute(route: string, address: string): boolean {
  const url = URL.parse(address);
  return url?.origin === ROUTER_ORIGIN && url.pathname.startsWith(`/${route}/`) && !url.username;
}
