import type {
  ErrorCode,
  GenerationRequest,
  ImageType,
  ProviderName,
  ProviderWarning,
} from '../generation/index.ts';

/** One service or route that was asked for the picture, and how that ended. */
export interface PictureAttempt {
  provider: ProviderName;
  route?: string;
  /** The failure; left out for the service or route that made the picture. */
  code?: ErrorCode;
  status?: number;
  /** What the service itself said. */
  detail?: string;
  elapsedMs?: number;
}

/** The record of a picture: how it was made. The picture's bytes are stored separately under the same id. */
export interface Picture {
  /** The id of the job that made it. */
  id: string;
  /** The request as the user made it, before a style is applied. */
  request: GenerationRequest;
  /** The prompt and negative prompt as they were sent, when they differ from the request. */
  sent?: { prompt: string; negativePrompt?: string };
  /** A record of a newer version may name a provider that this version does not know. */
  provider: ProviderName;
  model?: string;
  route?: string;
  warnings?: ProviderWarning[];
  /** The services and routes that were asked, in order. */
  attempts?: PictureAttempt[];
  type: ImageType;
  byteLength: number;
  /** Size in pixels; left out until the thumbnail is made, and when the browser cannot decode the picture. */
  width?: number;
  height?: number;
  /** Epoch milliseconds. */
  createdAt: number;
  /** Milliseconds from the start of the job to its picture. */
  elapsedMs: number;
  /** An id that all pictures of one press share. */
  group?: string;
  /** The address of the page whose text was selected, if the user's settings allow to keep it. */
  page?: string;
  /** Made from a private window: the picture is kept only in memory. */
  isPrivate?: boolean;
  favourite?: boolean;
  /** When the user deleted the picture, in epoch milliseconds. It can be restored for an hour. */
  deletedAt?: number;
  /**
   * The picture's place in the gallery; the newest picture has the lowest number. It is `-createdAt`, or one less than the place
   * of the newest picture if the clock was set back. Set by `storePicture`.
   */
  place?: number;
}
