/**
 * Reasons of our own for a failure that no service explained. Pages have a sentence for each (`error_fault_…`);
 * what a service said is in `ProviderError.detail`.
 */
export const FAULTS = [
  /** The answer reports success and holds no picture. */
  'no-picture',
  /** The answer or the picture is cut off. */
  'broke-off',
  /** The answer or the picture is larger than 25 MB. */
  'too-large',
  /** More than 64 megapixels: not decoded. */
  'too-many-pixels',
  /** The bytes are not a picture, or cannot be decoded. */
  'not-a-picture',
  /** The address of the picture is not on the public web, or contains a secret. */
  'picture-address-unusable',
  /** The address of the picture answered, but not with the picture. */
  'picture-not-there',
  /** A queue accepted the job and named no usable address for it. */
  'job-address-unusable',
  /** A queue says that the job ended without a picture, and gives no reason. */
  'job-failed',
  /** No service that runs the model accepts so large a seed. */
  'seed-out-of-range',
  /** No service that runs the model makes pictures of this size. */
  'size-out-of-range',
  /** No service that runs the model accepts so long a prompt. */
  'prompt-out-of-range',
  /** The token holds characters that no token has. */
  'token-unusable',
  /** The API URL in the settings is not a web address. */
  'api-url-unusable',
  /** The model is not named `owner/name`. */
  'model-name-unusable',
  /** puter.js tried to send a request that is not needed for a picture. */
  'client-misbehaved',
  /** The page with puter.js could not be opened. Nothing was sent. */
  'client-not-started',
  /** The page with puter.js answered something that cannot be read. */
  'client-unreadable',
] as const;

export type Fault = (typeof FAULTS)[number];
