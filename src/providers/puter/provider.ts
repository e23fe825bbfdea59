import {
  type ErrorCode,
  type GenerationOptions,
  type ImageProvider,
  type PictureBytes,
  type ProviderConfig,
  type ProviderError,
  type ProviderResult,
  pictureResult,
} from '../../generation/index.ts';
import { startDeadline, usableTimeout } from '../../web/deadline.ts';
import { abortable, type Delay, delay } from '../../web/wait.ts';
import { bytesInText } from '../picture/bytes-in-text.ts';
import { fetchPicture } from '../picture/fetch-picture.ts';
import { type Decode, openPicture } from '../picture/open-picture.ts';
import type { Fetch } from './ask-puter.ts';
import { inProcess, loadHere } from './in-process.ts';
import type { PuterPage } from './isolated/puter-page.ts';
import type { PuterClient } from './load-client.ts';
import { DEFAULT_MODEL, pictureArguments, sameModelElsewhere, warningsFor } from './models.ts';
import { puterFailure } from './puter-failure.ts';

interface Parts {
  fetch: Fetch;
  /** The user's Puter token; without one no request is made. */
  token?: string | undefined;
  clock?: { now(): number };
  /** `timeout` is milliseconds for the whole attempt. */
  config?: Partial<ProviderConfig['puter']>;
  isOnline?: () => boolean;
  /** Decides where puter.js runs: a page of its own in the extension, this realm in plain Node (the default). */
  loadClient?: () => Promise<PuterPage | PuterClient>;
  /** How a picture from Puter is fetched and decoded. */
  opening?: Opening;
}

interface Opening {
  /** Decodes a picture; rejects for bytes that cannot be shown. Left out: the browser's own decoder. */
  decode?: Decode;
  delay?: Delay;
  /** Called with a paid picture's address before it is fetched; awaited. */
  pictureAt?(picture: Pick<ProviderResult, 'model' | 'warnings'> & { url: string }): void | Promise<void>;
}

type Opened = { ok: true; picture: PictureBytes } | { ok: false; error: ProviderError };

const DEFAULT_TIMEOUT_MS = 60_000;

/** Makes pictures through puter.js with the user's own Puter account. `generate` never rejects. */
export class PuterProvider implements ImageProvider {
  readonly name = 'puter';
  readonly #fetch: Fetch;
  readonly #token: string;
  readonly #now: () => number;
  readonly #model: string;
  readonly #timeoutMs: number | undefined;
  readonly #isOnline: () => boolean;
  readonly #loadClient: () => Promise<PuterPage | PuterClient>;
  readonly #opening: Opening;

  constructor({
    fetch,
    token,
    clock = Date,
    config = {},
    isOnline = onLine,
    loadClient,
    opening = {},
  }: Parts) {
    // Unbound: a browser's own fetch refuses to be called as a method of anything else.
    this.#fetch = (input, init) => fetch(input, init);
    this.#token = token?.trim() ?? '';
    this.#now = () => clock.now();
    this.#model = config.model || DEFAULT_MODEL;
    this.#timeoutMs = config.timeout;
    this.#isOnline = isOnline;
    this.#loadClient = loadClient ?? loadHere;
    this.#opening = opening;
  }

  async generate(prompt: string, options: GenerationOptions): Promise<ProviderResult> {
    const obstacle = this.#obstacle(prompt, options);
    if (obstacle) return failed(puterFailure(obstacle));
    const { signal, ended, stop } = startDeadline(
      usableTimeout(options.timeout, this.#timeoutMs) ?? DEFAULT_TIMEOUT_MS,
      options.signal,
    );
    try {
      // puter.js takes no signal, and may never answer.
      const { made, model } = await abortable(this.#make(prompt, options, signal), signal);
      if (!made.ok) return failed(made.error);
      const warnings = warningsFor(model, options);
      const opened = await this.#open(
        made.source,
        { model, ...(warnings.length > 0 && { warnings }) },
        signal,
      );
      if (opened.ok) return pictureResult(opened.picture, { model, warnings });
      const { error } = opened;
      if (error.pictureUrl === undefined) return failed(error);
      return failed({ ...error, made: { model, ...(warnings.length > 0 && { warnings }) } });
    } catch {
      // The thrown value is dropped: the token may be in it.
      return failed(puterFailure(ended() ?? 'UNKNOWN'));
    } finally {
      stop();
    }
  }

  #obstacle(prompt: string, { signal }: GenerationOptions): ErrorCode | undefined {
    if (signal?.aborted) return 'CANCELLED';
    if (!this.#token) return 'NOT_CONNECTED';
    if (!prompt.trim()) return 'VALIDATION_ERROR';
    return this.#isOnline() ? undefined : 'OFFLINE';
  }

  async #make(prompt: string, options: GenerationOptions, signal: AbortSignal) {
    const loaded = await this.#loadClient();
    const page = 'makePicture' in loaded ? loaded : inProcess(loaded);
    signal.throwIfAborted();
    const line = { fetch: this.#fetch, now: this.#now, token: this.#token, signal };
    const ask = (id: string) => page.makePicture(pictureArguments(id, prompt, options), line);
    let model = this.#model;
    let made = await ask(model);
    const elsewhere = sameModelElsewhere(model);
    // Puter no longer knows the id, so nothing was made or billed: the same model is asked for under its other id.
    if (!made.ok && made.error.code === 'MODEL_UNAVAILABLE' && elsewhere && !signal.aborted) {
      model = elsewhere;
      made = await ask(model);
    }
    return { made, model };
  }

  /** Reads the picture from the data URI or address that puter.js resolved with, and checks that it is a picture. */
  async #open(
    source: string,
    known: Pick<ProviderResult, 'model' | 'warnings'>,
    signal: AbortSignal,
  ): Promise<Opened> {
    const { decode, delay: wait = delay, pictureAt } = this.#opening;
    if (/^https:/i.test(source)) {
      // An address that contains the token would send it to another server.
      if (source.includes(this.#token))
        return { ok: false, error: puterFailure('SERVER_ERROR', { fault: 'picture-address-unusable' }) };
      await Promise.resolve(pictureAt?.({ url: source, ...known })).catch(() => undefined);
      const fetched = await fetchPicture(source, { fetch: this.#fetch, decode, delay: wait }, signal);
      return fetched.ok ? { ok: true, picture: { bytes: fetched.bytes, type: fetched.type } } : fetched;
    }
    const bytes = bytesInText(source);
    if (!bytes) return { ok: false, error: puterFailure('SERVER_ERROR', { fault: 'not-a-picture' }) };
    const opened = await openPicture(bytes, { decode, signal });
    if (opened.ok) return opened;
    return { ok: false, error: puterFailure('SERVER_ERROR', { fault: opened.fault }) };
  }
}

function failed(error: ProviderError): ProviderResult {
  return { success: false, error };
}

function onLine(): boolean {
  return globalThis.navigator?.onLine !== false;
}
