/* The names and shapes of seed 004, and additions of DESIGN.md. All additions are optional, so that the seed's callers still work. */

import type { ImageType } from '../web/image-type.ts';
import type { Fault } from './faults.ts';
import type { ProviderName } from './provider-names.ts';
import type { Reason } from './reasons.ts';

export type { Fault, ProviderName, Reason };

/** The name of a style. It is applied to the prompt once, before the manager; the options keep it for the picture's record. */
export type StylePreset =
  | 'none'
  | 'photo'
  | 'illustration'
  | 'watercolor'
  | 'oil-painting'
  | 'anime'
  | 'pixel-art'
  | '3d-render'
  | 'line-art';

/** The options of a request. All providers get the same object, unchanged (seed 004, property 6). */
export interface GenerationOptions {
  style: StylePreset;
  negativePrompt?: string;
  /** Milliseconds for one provider's whole attempt; the provider's own setting when left out. */
  timeout?: number;
  /** Pixels. */
  width?: number;
  /** Pixels. */
  height?: number;
  seed?: number;
  /** A hub model id (`owner/name`) for Hugging Face; the setting's model when left out. */
  model?: string;
  /** Cancels the attempt: the provider answers with code CANCELLED and closes its connection. */
  signal?: AbortSignal;
}

/** The code of a failure. The first seven are the seed's and keep its meaning; the rest come from DESIGN.md, "Fallback rules". */
export type ErrorCode =
  | 'RATE_LIMIT'
  | 'TIMEOUT'
  | 'SERVICE_UNAVAILABLE'
  | 'SERVER_ERROR'
  | 'UNAUTHORIZED'
  | 'VALIDATION_ERROR'
  | 'UNKNOWN'
  /** 402: the account behind the token has no credit left. */
  | 'PAYMENT_REQUIRED'
  /** 403: the token may not do this, the licence is not accepted, the account is blocked. */
  | 'FORBIDDEN'
  /** 404, 410, "not supported by provider": the service does not run this model now. */
  | 'MODEL_UNAVAILABLE'
  /** Another hub than Hugging Face hosts the model: no route can run it. */
  | 'MODEL_ELSEWHERE'
  /** The service refused the content. */
  | 'CONTENT_REFUSED'
  /** The connection broke or was never made. */
  | 'NETWORK_ERROR'
  /** The picture was made, but its address cannot be read from here (a picture CDN without permission). */
  | 'PICTURE_UNREACHABLE'
  /** A queue accepted the job and the time is up: the picture may be paid for, and may still be made. */
  | 'STILL_COMING'
  /** The browser has no network. */
  | 'OFFLINE'
  /** The user pressed Cancel. Not an error to show. */
  | 'CANCELLED'
  /** No token is stored for this provider. */
  | 'NOT_CONNECTED';

export interface ProviderError {
  code: ErrorCode;
  /** One sentence; for 400 and 401 the seed's user message word for word. Never holds a credential. */
  message: string;
  /** Seconds until the service can be asked again; undefined when unknown. */
  retryAfter?: number;
  /** Whether the next provider is asked after this failure. */
  shouldFallback: boolean;
  /** HTTP status, when there was one. */
  status?: number;
  /** The service's own words, redacted and shortened; never our own words. */
  detail?: string;
  /** Our own name for the cause, where the service gave none; pages have a sentence for each. */
  fault?: Fault;
  /** The exact cause, so that the page can name it and link to where it can be fixed. */
  reason?: Reason;
  /** PAYMENT_REQUIRED: the page where the bill is paid, if it is not a bill of the provider itself. Always an address of our own list. */
  billingUrl?: string;
  /** PICTURE_UNREACHABLE, or a TIMEOUT while fetching: the address of a picture that was paid for and did not arrive. */
  pictureUrl?: string;
  /** What is known of the picture at `pictureUrl`, for when it is fetched later. */
  made?: Pick<ProviderResult, 'model' | 'route' | 'warnings'>;
  /** STILL_COMING: the job at the queue service, for `collect`. */
  queued?: QueuedJob;
  /** MODEL_ELSEWHERE: the name of the hub that has the model. */
  source?: string;
  /** The service's id of the failed request, which the user can give to the service's support. */
  requestId?: string;
}

/** A job that a queue accepted. Plain data without any credential: it is stored with the job's record. */
export interface QueuedJob {
  /** The inference route that accepted the job. */
  route: string;
  /** The model's id on the hub. */
  model: string;
  /** The address of the job's state. */
  statusUrl: string;
  /** The address of the job's result, if it is not `statusUrl`. */
  resultUrl?: string;
  /** The address to cancel the job at, if the service has one. */
  cancelUrl?: string;
  /** Options of the request that are known to be ignored. */
  warnings?: ProviderWarning[];
}

/** A picture's bytes, and its type as found in the bytes (not as a header names it). */
export interface PictureBytes {
  bytes: Uint8Array<ArrayBuffer>;
  type: ImageType;
}

/** An option that a provider did not honour, reported to the user. */
export interface ProviderWarning {
  code: 'seed-ignored' | 'size-ignored' | 'negative-prompt-ignored' | 'model-differs';
  /** The model that was used, for `model-differs`. */
  detail?: string;
}

export interface ProviderResult {
  success: boolean;
  /** The picture as a base64 data URL. With `picture` it is made when it is first read (see `pictureResult`). */
  image?: string;
  picture?: PictureBytes;
  error?: ProviderError;
  warnings?: ProviderWarning[];
  /** The model that answered. */
  model?: string;
  /** The inference route that answered (`nscale`, `fal-ai`, …). */
  route?: string;
}

export interface ImageProvider {
  name: ProviderName;
  generate(prompt: string, options: GenerationOptions): Promise<ProviderResult>;
}

export interface GenerationError {
  /** An ErrorCode, or DUAL_PROVIDER_FAILURE. */
  code: string;
  message: string;
  /** Seconds until trying again makes sense; with several failures the shortest time. */
  retryAfter?: number;
  primaryError?: string;
  fallbackError?: string;
  /** The failures behind this one, in the order in which the providers were asked. */
  causes?: { provider: ProviderName; error: ProviderError }[];
}

export interface GenerationResult {
  success: boolean;
  /** The picture as a base64 data URL, made when it is first read (see `pictureResult`). */
  image?: string;
  picture?: PictureBytes;
  provider?: ProviderName;
  error?: GenerationError;
  fallbackAttempted?: boolean;
  warnings?: ProviderWarning[];
  model?: string;
  route?: string;
}

export interface ProviderManager {
  generate(prompt: string, options: GenerationOptions): Promise<GenerationResult>;
}

export interface GenerateResponse {
  success: boolean;
  image?: string;
  provider?: ProviderName;
  error?: GenerationError;
  fallbackUsed?: boolean;
}

export interface ProviderConfig {
  huggingface: { apiUrl: string; timeout: number; model: string };
  puter: { model: string; timeout: number };
}
