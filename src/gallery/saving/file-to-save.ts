import { type ImageType, sniffImageType } from '../../web/image-type.ts';
import { pixelSize } from '../../web/pixel-size.ts';
import { type MetadataLevel, withMetadata } from '../metadata/write-metadata.ts';
import type { StoredPicture } from '../read.ts';
import { convertPicture } from './convert-picture.ts';
import { fileName } from './file-name.ts';

/** How pictures are saved as files; the part of the settings that says it. */
export interface SavingSettings {
  /** What the file says of how it was made. */
  metadata: MetadataLevel;
  /** `kept`: the type that the service sent. */
  fileType: 'kept' | 'png' | 'jpeg' | 'webp';
  /** A pattern: see `fileName`. */
  fileName: string;
}

export interface FileToSave {
  name: string;
  blob: Blob;
  /** The browser could not write the type that is set: the file has the picture's own. */
  keptType: boolean;
}

const TYPES = { png: 'image/png', jpeg: 'image/jpeg', webp: 'image/webp' } as const;

/**
 * The file that a picture is saved as: of the type that is set, with how it was made in it as far as that is wanted, under a
 * name by the pattern. The picture itself is not changed where its type stays. Never rejects for the picture's sake: one that
 * cannot be converted keeps its type.
 */
export async function fileToSave(
  { picture: stored, blob }: StoredPicture,
  settings: SavingSettings,
  convert = convertPicture,
): Promise<FileToSave> {
  const wanted = settings.fileType === 'kept' ? stored.type : TYPES[settings.fileType];
  const converted = wanted === stored.type ? undefined : await convert(blob, wanted);
  const bytes = new Uint8Array(await (converted ?? blob).arrayBuffer());
  const type: ImageType = sniffImageType(bytes) ?? stored.type;
  // A record has its size only when its thumbnail is drawn.
  const picture = { ...pixelSize({ bytes, type }), ...stored };
  return {
    name: fileName(settings.fileName, picture, type),
    blob: new Blob([withMetadata(bytes, picture, settings.metadata)], { type }),
    keptType: wanted !== stored.type && converted === undefined,
  };
}
