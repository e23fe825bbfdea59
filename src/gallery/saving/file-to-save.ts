import { type ImageType, sniffImageType } from '../../web/image-type.ts';
import { pixelSize } from '../../web/pixel-size.ts';
import { type MetadataLevel, withMetadata } from '../metadata/write-metadata.ts';
import type { StoredPicture } from '../read.ts';
import { convertPicture } from './convert-picture.ts';
import { fileName } from './file-name.ts';

/** The settings of saving pictures as files. */
export interface SavingSettings {
  /** What the file contains about how the picture was made. */
  metadata: MetadataLevel;
  /** `kept`: the type that the service sent. */
  fileType: 'kept' | 'png' | 'jpeg' | 'webp';
  /** A pattern: see `fileName`. */
  fileName: string;
}

export interface FileToSave {
  name: string;
  blob: Blob;
  /** The browser could not write the file type in the settings, so the file has the picture's own type. */
  keptType: boolean;
}

const TYPES = { png: 'image/png', jpeg: 'image/jpeg', webp: 'image/webp' } as const;

/**
 * The file that a picture is saved as: with the type, metadata and name that the settings say. The picture itself is not changed
 * if its type stays. A picture that cannot be converted keeps its type. Rejects only when the blob cannot be read.
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
  // A record has its size only once its thumbnail is made: until then the size is read from the file's header.
  const picture = { ...pixelSize({ bytes, type }), ...stored };
  return {
    name: fileName(settings.fileName, picture, type),
    blob: new Blob([withMetadata(bytes, picture, settings.metadata)], { type }),
    keptType: wanted !== stored.type && converted === undefined,
  };
}
