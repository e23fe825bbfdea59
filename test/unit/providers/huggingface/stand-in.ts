import type { Fetch } from '../../../../src/hub/types.ts';
import type { HuggingFaceParts } from '../../../../src/providers/huggingface/parts.ts';
import { HuggingFaceProvider } from '../../../../src/providers/huggingface/provider.ts';

export const TOKEN = 'hf_secretSECRETsecret123';
export const MODEL = 'black-forest-labs/FLUX.1-schnell';
export const ROUTER = 'https://router.huggingface.co';
export const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAABAAAAAQCAIAAACQkWg2AAAAHUlEQVR4nGNkYGgQYGAgHrEwCDCQBEY1jGoYOhoAHgoCnuSqbggAAAAASUVORK5CYII=',
  'base64',
);
export const PNG_URL = `data:image/png;base64,${PNG.toString('base64')}`;

export interface Sent {
  url: string;
  method: string;
  headers: Record<string, string>;
  body: unknown;
  init: RequestInit;
}

type Answering = Response | 'hang' | 'broken' | ((sent: Sent) => Response | Promise<Response>);

/** A fetch that gives these answers one after another, keeps what it was asked, and honours the signal as browsers do. */
export function standIn(...answers: Answering[]): { fetch: Fetch; sent: Sent[] } {
  const sent: Sent[] = [];
  const fetch: Fetch = async (url, init = {}) => {
    const headers = Object.fromEntries(new Headers(init.headers));
    const body = typeof init.body === 'string' ? JSON.parse(init.body) : undefined;
    const request: Sent = { url, method: init.method ?? 'GET', headers, body, init };
    sent.push(request);
    init.signal?.throwIfAborted();
    const answer = answers[sent.length - 1];
    if (answer === undefined) throw new Error(`Nobody expected ${request.method} ${url}`);
    if (answer === 'broken') throw new TypeError('Failed to fetch');
    if (answer !== 'hang') return typeof answer === 'function' ? answer(request) : answer;
    return new Promise((_, reject) =>
      init.signal?.addEventListener('abort', () => reject(init.signal?.reason), { once: true }),
    );
  };
  return { fetch, sent };
}

export function json(value: unknown, init?: ResponseInit): Response {
  return Response.json(value, init);
}

export function picture(bytes: Uint8Array<ArrayBuffer> | Buffer = PNG, headers: HeadersInit = {}): Response {
  return new Response(new Uint8Array(bytes), { headers });
}

type Mapping = Record<string, string>;

/** A hub that knows these live routes (name → the service's own model id). */
export function hubWith(mapping: Mapping) {
  const asked: { id: string; expand: string[] | undefined }[] = [];
  return {
    asked,
    async info(ref: { id: string }, options?: { expand?: string[] | undefined }) {
      asked.push({ id: ref.id, expand: options?.expand });
      const inferenceProviderMapping = Object.fromEntries(
        Object.entries(mapping).map(([name, providerId]) => [
          name,
          { status: 'live', providerId, task: 'text-to-image' },
        ]),
      );
      return { id: ref.id, inferenceProviderMapping, _source: 'hf', _source_url: 'https://huggingface.co' };
    },
  };
}

export const NO_WAIT = async (_milliseconds: number, signal: AbortSignal) => signal.throwIfAborted();

/** The provider over a scripted fetch; hf-inference serves the model unless `parts` says otherwise. */
export function providerOver(fetch: Fetch, parts: Partial<HuggingFaceParts> = {}): HuggingFaceProvider {
  return new HuggingFaceProvider({
    token: TOKEN,
    hub: hubWith({ 'hf-inference': MODEL }),
    delay: NO_WAIT,
    clock: { now: () => 1_000_000 },
    ...parts,
    fetch,
  });
}
