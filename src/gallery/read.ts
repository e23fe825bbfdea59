import { type GalleryDatabase, openGalleryDatabase } from './database.ts';
import type { Picture } from './picture.ts';
import { parsePicture } from './picture-schema.ts';

export interface StoredPicture {
  picture: Picture;
  blob: Blob;
}

/** A position in the gallery: the place and the id of the last record that was read. */
export type PlaceInGallery = [place: number, id: string];

/** Some records in the order of the gallery, newest first. */
export interface PicturePage {
  pictures: Picture[];
  /** The position after which the next page begins; left out at the end. */
  next?: PlaceInGallery;
  /** How many records of the page could not be read. */
  unreadable: number;
}

export interface GalleryReader {
  /** A picture with its bytes; undefined when one of the two is missing or cannot be read. */
  read(id: string): Promise<StoredPicture | undefined>;
  /** The thumbnail of a picture, or the picture itself where there is no thumbnail. */
  thumbnail(id: string): Promise<Blob | undefined>;
  /** Like `thumbnail`, for several pictures in one transaction. Each promise resolves as soon as its picture is read. */
  thumbnails(ids: readonly string[]): Promise<Blob | undefined>[];
  /** The records with these ids; records that are missing or cannot be read are left out. */
  records(ids: readonly string[]): Promise<Picture[]>;
  /** Up to `count` records after a position, or from the newest on; deleted pictures are left out. */
  page(from: PlaceInGallery | undefined, count: number): Promise<PicturePage>;
  close(): void;
}

/**
 * Creates a reader of the gallery. It uses one connection, which is opened when it is first needed, and opened again if the
 * browser closed it. Every method rejects when the database cannot be opened.
 */
export function createGalleryReader(databaseName?: string): GalleryReader {
  let opened: Promise<GalleryDatabase> | undefined;
  const database = () => {
    const forget = () => {
      opened = undefined;
    };
    opened ??= openGalleryDatabase(databaseName, forget).catch((reason) => {
      forget();
      throw reason;
    });
    return opened;
  };

  return {
    async read(id) {
      const transaction = (await database()).transaction(['pictures', 'bytes']);
      const [record, blob] = await Promise.all([
        transaction.objectStore('pictures').get(id),
        transaction.objectStore('bytes').get(id),
      ]);
      const picture = parsePicture(record);
      return picture && blob instanceof Blob ? { picture, blob } : undefined;
    },

    thumbnail: async (id) => thumbnailIn(openThumbnails(await database()), id),

    thumbnails(ids) {
      const transaction = database().then(openThumbnails);
      return ids.map(async (id) => thumbnailIn(await transaction, id));
    },

    async records(ids) {
      const { store } = (await database()).transaction('pictures');
      const found = await Promise.all(ids.map((id) => store.get(id)));
      return found.map(parsePicture).filter((picture) => picture !== undefined);
    },

    async page(from, count) {
      const range = from === undefined ? null : IDBKeyRange.lowerBound(from, true);
      const records = await (await database()).getAllFromIndex('pictures', 'place', range, count);
      const pictures = records.map(parsePicture).filter((picture) => picture !== undefined);
      const last = records.at(-1);
      const isMore = records.length === count && last?.place !== undefined;
      return {
        pictures: pictures.filter(({ deletedAt }) => deletedAt === undefined),
        ...(isMore && { next: [last.place ?? 0, last.id] as PlaceInGallery }),
        unreadable: records.length - pictures.length,
      };
    },

    close() {
      void opened?.then(
        (connection) => connection.close(),
        () => undefined,
      );
      opened = undefined;
    },
  };
}

const openThumbnails = (database: GalleryDatabase) => database.transaction(['thumbnails', 'bytes']);

async function thumbnailIn(
  transaction: ReturnType<typeof openThumbnails>,
  id: string,
): Promise<Blob | undefined> {
  const small = await transaction.objectStore('thumbnails').get(id);
  const blob = small instanceof Blob ? small : await transaction.objectStore('bytes').get(id);
  return blob instanceof Blob ? blob : undefined;
}

/** Reads one picture with its bytes over a connection of its own. See `GalleryReader.read`. */
export async function readPicture(id: string, databaseName?: string): Promise<StoredPicture | undefined> {
  const reader = createGalleryReader(databaseName);
  try {
    return await reader.read(id);
  } finally {
    reader.close();
  }
}
