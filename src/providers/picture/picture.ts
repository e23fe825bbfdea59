import type { ImageType } from '../../generation/index.ts';

/** A picture whose bytes have shown what it is. */
export interface Picture {
  bytes: Uint8Array<ArrayBuffer>;
  type: ImageType;
}
