import { HUGGING_FACE_ROUTER } from '../../../web/hugging-face.ts';

/** An address on the router, below a route. Each segment of `path` is encoded. */
export function routerUrl(route: string, path: string, query = ''): URL {
  const encoded = path.split('/').map(encodeURIComponent).join('/');
  return new URL(`${HUGGING_FACE_ROUTER}/${route}/${encoded}${query}`);
}

/**
 * The router's address for an address that a service named (of a status or result): the same path, below the route. The result is
 * on the router, whatever host the given address has. Undefined when `address` is not a URL.
 */
export function onRouter(route: string, address: unknown, suffix = ''): URL | undefined {
  const named = typeof address === 'string' ? URL.parse(address, HUGGING_FACE_ROUTER) : null;
  const url = named && URL.parse(`${HUGGING_FACE_ROUTER}/${route}${named.pathname}${suffix}`);
  // The path of an address without a host (`x:../../fal-ai/…`) may lead out of the route.
  return url && isOnRoute(route, url.href) ? url : undefined;
}

/** Whether an address is below a route on the router. The token may go to no other address. */
export function isOnRoute(route: string, address: string): boolean {
  const url = URL.parse(address);
  return url?.origin === HUGGING_FACE_ROUTER && url.pathname.startsWith(`/${route}/`) && !url.username;
}
