/**
 * What we found wrong ourselves, where a service said nothing of it. Pages have a sentence for each (`error_fault_…`);
 * what a service said is in `ProviderError.detail`.
 */
export const FAULTS = [
  /** The answer says success and holds no picture. */
  'no-picture',
  /** The answer or the picture ended before its end. */
  'broke-off',
  /** The answer or the picture is larger than 25 MB. */
  'too-large',
  /** More than 64 megapixels: not decoded. */
  'too-many-pixels',
  /** The bytes are no picture, or one that cannot be decoded. */
  'not-a-picture',
  /** The address of the picture is none on the public web, or repeats a secret. */
  'picture-address-unusable',
  /** The address of the picture answered, but not with the picture. */
  'picture-not-there',
  /** A queue took the job on and named no usable address for it. */
  'job-address-unusable',
  /** A queue says that the job ended without a picture, and not why. */
  'job-failed',
  /** No service that runs the model takes a seed as large, a picture of this size, or a prompt as long. */
  'seed-out-of-range',
  'size-out-of-range',
  'prompt-out-of-range',
  /** The token holds characters that no token has. */
  'token-unusable',
  /** The API URL in the settings is no web address. */
  'api-url-unusable',
  /** The model is not named `owner/name`. */
  'model-name-unusable',
  /** The service's program tried something that no picture needs. */
  'client-misbehaved',
] as const;

export type Fault = (typeof FAULTS)[number];
