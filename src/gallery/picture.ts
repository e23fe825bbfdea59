import type {
  ErrorCode,
  GenerationRequest,
  ImageType,
  ProviderName,
  ProviderWarning,
} from '../generation/index.ts';

/** One service or route that was asked for the picture, as it ended. */
export interface PictureAttempt {
  provider: ProviderName;
  route?: string;
  /** Left out for the one that made it. */
  code?: ErrorCode;
  status?: number;
  /** What the service itself said. */
  detail?: string;
  elapsedMs?: number;
}

/** A picture and how it was made. The bytes lie beside it, under the same id. */
export interface Picture {
  /** The id of the job that made it. */
  id: string;
  /** As it was asked for, before a style is applied. */
  request: GenerationRequest;
  /** The prompt and negative prompt as they were sent, when they differ from the request. */
  sent?: { prompt: string; negativePrompt?: string };
  /** A record of a newer version may name one that is not in the list. */
  provider: ProviderName;
  model?: string;
  route?: string;
  warnings?: ProviderWarning[];
  /** The services and routes that were asked, in order. */
  attempts?: PictureAttempt[];
  type: ImageType;
  byteLength: number;
  /** Pixels; left out where the browser could not decode it. */
  width?: number;
  height?: number;
  /** Epoch milliseconds. */
  createdAt: number;
  elapsedMs: number;
  /** Pictures of one press share it. */
  group?: string;
  /** The address of the page that the words were selected on, where the user allows that it is kept. */
  page?: string;
  /** Made from a private window: it lies in memory alone. */
  isPrivate?: boolean;
  favourite?: boolean;
  /** Epoch milliseconds; set when it is deleted. It can be restored for an hour. */
  deletedAt?: number;
  /**
   * Its place among all pictures, the newest with the lowest number: the negative of the moment it was made, or of one
   * more than the newest had where the clock was turned back. Given by `storePicture`.
   */
  place?: number;
}
