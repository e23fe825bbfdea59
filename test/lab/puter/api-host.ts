import {
  asRecord,
  bearerToken,
  jsonBody,
  type LabHost,
  type LabReply,
  type LabRequest,
  openCors,
} from '../exchange.ts';
import { fixture } from '../fixtures.ts';
import { drawLandscape } from '../pictures/landscape.ts';
import { orderIn } from '../pictures/picture-for.ts';
import type { PictureShelf } from '../pictures/shelf.ts';
import { MODEL_LIST, vendorOf } from './models.ts';
import type { PuterState } from './state.ts';

/** Words in a token that make the API refuse it; any other token is accepted. */
const BY_TOKEN: Record<string, string> = {
  invalid: 'puter/401.token_auth_failed',
  expired: 'puter/401.token_auth_failed',
  reauth: 'puter/401.reauth_required',
  depleted: 'puter/402.insufficient_funds',
  unconfirmed: 'puter/403.email_confirmation_required',
  suspended: 'puter/403.account_suspended',
};

function refusalFor(token: unknown, request: LabRequest): LabReply | undefined {
  if (typeof token !== 'string' || token === '') return fixture('puter/401.token_missing', request);
  const word = Object.keys(BY_TOKEN).find((name) => token.toLowerCase().includes(name));
  return word === undefined ? undefined : fixture(BY_TOKEN[word] ?? '', request);
}

const badRequest = (message: string): LabReply => ({
  status: 400,
  json: { error: message, message, code: 'bad_request' },
});

/** `POST /drivers/call` for pictures: the token is in the body, the answer is always JSON. */
function callDriver(request: LabRequest, shelf: PictureShelf): LabReply {
  // Only these two content types are read as JSON, compared literally.
  const type = request.headers['content-type'] ?? '';
  const isRead = type === 'text/plain;actually=json' || type.startsWith('application/json');
  const call = asRecord(isRead ? jsonBody(request) : undefined);
  const refusal = refusalFor(call.auth_token ?? bearerToken(request), request);
  if (refusal !== undefined) return refusal;
  if (call.interface !== 'puter-image-generation') return badRequest('Missing interface');
  if (call.method !== 'generate') return fixture('puter/404.not_found', request);
  const args = asRecord(call.args);
  if (typeof args.model !== 'string' || args.model === '') return badRequest('Missing `model`');
  const vendor = vendorOf(args.model);
  if (vendor === undefined) return badRequest(`Model not found: ${args.model}`);
  const order = orderIn(call);
  if (order.prompt === '') return badRequest('Missing prompt');

  const done = (result: string): LabReply => ({
    status: 200,
    headers: { 'content-type': 'application/json; charset=utf-8' },
    json: { success: true, result, service: { name: 'ai-image' } },
  });
  if (args.test_mode === true) return done('https://puter-sample-data.puter.site/image_example.png');
  if (vendor === 'replicate') return done(`https://replicate.delivery/xezq/${shelf.put(order)}/out-0.webp`);
  if (vendor === 'together' && args.response_format !== 'base64') {
    return done(`https://api.together.ai/shrt/${shelf.put(order)}`);
  }
  return done(`data:image/png;base64,${drawLandscape(order).toString('base64')}`);
}

/** api.puter.com. Requests that only a carelessly embedded SDK sends are violations. */
export function createPuterApi(state: PuterState, shelf: PictureShelf): LabHost {
  return {
    handle(request) {
      const { pathname } = request.url;
      if (pathname === '/drivers/call' && request.method === 'POST') return callDriver(request, shelf);
      if (pathname === '/puterai/image/models/details') return { status: 200, json: { models: MODEL_LIST } };
      if (pathname === '/whoami') {
        if (!state.expectsWhoAmI) state.violations.push('api.puter.com was asked for /whoami');
        return refusalFor(bearerToken(request), request) ?? fixture('puter/200.whoami', request);
      }
      if (pathname === '/rao') {
        state.violations.push('api.puter.com was sent /rao');
        return { status: 200, json: {} };
      }
      if (pathname.startsWith('/socket.io')) state.violations.push('A socket to api.puter.com was opened');
      return fixture('puter/404.not_found', request);
    },
    // Any origin is reflected, and credentials are allowed.
    cors: (request) => ({
      ...openCors(request, request.headers.origin ?? '*'),
      'access-control-allow-credentials': 'true',
    }),
  };
}
