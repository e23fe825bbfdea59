import type { GenerationRequest, ImageType, ProviderName, ProviderWarning } from '../generation/index.ts';

/** A picture and how it was made. The bytes lie beside it, under the same id. */
export interface Picture {
  /** The id of the job that made it. */
  id: string;
  request: GenerationRequest;
  /** A record of a newer version may name one that is not in the list. */
  provider: ProviderName;
  model?: string;
  route?: string;
  warnings?: ProviderWarning[];
  type: ImageType;
  byteLength: number;
  /** Epoch milliseconds. */
  createdAt: number;
  elapsedMs: number;
}
