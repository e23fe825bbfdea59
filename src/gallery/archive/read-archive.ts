import type { Entry, FileEntry } from '@zip.js/zip.js';
import type { Picture } from '../picture.ts';
import { parsePicture } from '../picture-schema.ts';
import { ARCHIVE_LIMITS, ARCHIVE_VERSION, RECORDS_FILE } from './archive-format.ts';
import { loadZip } from './load-zip.ts';
import { pictureOf, unpack } from './unpack.ts';

/** Why a file is not imported at all. */
export type ArchiveProblem =
  /** Not a zip, or a zip that is cut off or damaged. */
  | 'ARCHIVE_UNREADABLE'
  /** A zip that is not an archive of Understudy. */
  | 'ARCHIVE_FOREIGN'
  /** Written by a newer version. */
  | 'ARCHIVE_NEWER'
  /** Unsafe: it unpacks to far more than its size, or contains paths out of its folder. */
  | 'ARCHIVE_HOSTILE';

/** What importing an archive would add. Nothing is stored yet. */
export interface ArchivePreview {
  /** Records that would be added, in the order of the archive. */
  fresh: Picture[];
  /** Number of pictures that are in the gallery already. */
  repeated: number;
  /** Number of pictures that cannot be read: the record or the file is missing or damaged, or the two do not match. */
  broken: number;
  /** Bytes that would be added. */
  byteLength: number;
}

export type ArchiveRead =
  | {
      ok: true;
      preview: ArchivePreview;
      /** The new pictures, or only those with these ids. Each is unpacked when the generator is asked for it. */
      pictures(ids?: ReadonlySet<string>): AsyncGenerator<{ picture: Picture; blob: Blob }>;
    }
  | { ok: false; problem: ArchiveProblem };

interface ReadOptions {
  /** Whether the gallery has a picture of this id. */
  has(id: string): Promise<boolean>;
  signal?: AbortSignal;
  /** Called after each record, with the number of checked records and the number of all records. */
  onProgress?: (read: number, all: number) => void;
}

/** Thrown when the gallery cannot be read; `cause` is the gallery's error. */
class GalleryFailed extends Error {}

/** Thrown when the archive must not be imported. */
class Refused extends Error {
  readonly problem: ArchiveProblem;
  constructor(problem: ArchiveProblem) {
    super(problem);
    this.problem = problem;
  }
}

/**
 * Checks a whole archive before anything of it is stored: each picture is unpacked and compared with its record, one at a time.
 * `pictures` of the result then yields the new pictures. Rejects only with the signal's reason, or with the reason of `has`.
 */
export async function readArchive(file: Blob, options: ReadOptions): Promise<ArchiveRead> {
  const { ZipReader, BlobReader } = await loadZip();
  const reader = new ZipReader(new BlobReader(file), { checkSignature: true, checkOverlappingEntry: true });
  try {
    const entries = await listEntries(reader.getEntriesGenerator(), file.size, options.signal);
    const records = await readRecords(entries.get(RECORDS_FILE), options.signal);
    return { ok: true, ...(await look(records, entries, options)) };
  } catch (reason) {
    options.signal?.throwIfAborted();
    if (reason instanceof Refused) return { ok: false, problem: reason.problem };
    if (reason instanceof GalleryFailed) throw reason.cause;
    return { ok: false, problem: 'ARCHIVE_UNREADABLE' };
  }
}

/** Entries that are listed before the page can paint and hear *Cancel*: the library lists them all without a pause. */
const LISTED_AT_ONCE = 500;

/** The files of the zip by name. Pictures hardly compress, so an entry that unpacks to much more than the file is malicious. */
async function listEntries(
  found: AsyncIterable<Entry>,
  fileSize: number,
  signal: AbortSignal | undefined,
): Promise<Map<string, FileEntry>> {
  const entries = new Map<string, FileEntry>();
  let [listed, unpacked] = [0, 0];
  for await (const entry of found) {
    listed += 1;
    if (listed % LISTED_AT_ONCE === 0) await new Promise((resolve) => setTimeout(resolve, 0));
    signal?.throwIfAborted();
    if (entry.directory) continue;
    const { filename, uncompressedSize, encrypted } = entry;
    const leadsOut = /^[/\\]|^[a-z]:|\\|(?:^|\/)\.\.(?:\/|$)|\0/i.test(filename);
    if (filename !== RECORDS_FILE) unpacked += uncompressedSize;
    const tooMany = entries.size >= ARCHIVE_LIMITS.entries || entries.has(filename);
    const tooLarge = unpacked > 2 * fileSize + 1_000_000;
    if (leadsOut || tooMany || tooLarge || encrypted) throw new Refused('ARCHIVE_HOSTILE');
    entries.set(filename, entry);
  }
  return entries;
}

async function readRecords(
  entry: FileEntry | undefined,
  signal: AbortSignal | undefined,
): Promise<{ file: unknown; picture: unknown }[]> {
  if (!entry) throw new Refused('ARCHIVE_FOREIGN');
  const blob = await unpack(entry, ARCHIVE_LIMITS.recordsBytes, signal);
  signal?.throwIfAborted();
  if (!blob) throw new Refused('ARCHIVE_HOSTILE');
  const records: unknown = JSON.parse(await blob.text());
  if (typeof records !== 'object' || records === null || !('format' in records))
    throw new Refused('ARCHIVE_FOREIGN');
  if (records.format !== 'understudy-pictures') throw new Refused('ARCHIVE_FOREIGN');
  const { version, pictures } = records as { version?: unknown; pictures?: unknown };
  if (typeof version !== 'number' || !Array.isArray(pictures)) throw new Refused('ARCHIVE_FOREIGN');
  if (version > ARCHIVE_VERSION) throw new Refused('ARCHIVE_NEWER');
  return pictures.map((one: unknown) =>
    typeof one === 'object' && one !== null && 'file' in one && 'picture' in one
      ? { file: one.file, picture: one.picture }
      : { file: undefined, picture: undefined },
  );
}

async function look(
  records: { file: unknown; picture: unknown }[],
  entries: Map<string, FileEntry>,
  { has, signal, onProgress }: ReadOptions,
) {
  const wanted: { picture: Picture; entry: FileEntry }[] = [];
  const seen = new Set<string>();
  // Else a few bytes of records could make one file thousands of pictures.
  const taken = new Set<FileEntry>();
  let [repeated, broken] = [0, 0];
  for (const [place, record] of records.entries()) {
    signal?.throwIfAborted();
    const picture = importable(record.picture);
    const entry = typeof record.file === 'string' ? entries.get(record.file) : undefined;
    if (!picture || !entry || seen.has(picture.id) || taken.has(entry)) broken += 1;
    else if (await has(picture.id).catch((cause) => Promise.reject(new GalleryFailed('', { cause }))))
      repeated += 1;
    else if (!(await pictureOf(entry, picture.type))) broken += 1;
    else {
      wanted.push({ picture: { ...picture, byteLength: entry.uncompressedSize }, entry });
      taken.add(entry);
    }
    if (picture) seen.add(picture.id);
    onProgress?.(place + 1, records.length);
  }
  const fresh = wanted.map(({ picture }) => picture);
  const byteLength = fresh.reduce((sum, picture) => sum + picture.byteLength, 0);
  async function* pictures(ids?: ReadonlySet<string>) {
    for (const { picture, entry } of wanted) {
      if (ids && !ids.has(picture.id)) continue;
      const blob = await pictureOf(entry, picture.type);
      // The picture was complete when it was checked, so the file was changed meanwhile or cannot be read any more.
      if (!blob) throw new DOMException('The archive changed', 'NotReadableError');
      yield { picture, blob };
    }
  }
  return { preview: { fresh, repeated, broken, byteLength }, pictures };
}

/**
 * Parses a record for importing: its place in the gallery follows from its time, and it is not marked as deleted. Undefined if
 * it is corrupt, or too large: the gallery reads all records when it is opened.
 */
function importable(value: unknown): Picture | undefined {
  const picture = parsePicture(value);
  if (!picture || picture.id === '' || picture.id.length > 100 || !isSmall(picture)) return undefined;
  const { deletedAt: _deleted, ...rest } = picture;
  return { ...rest, place: -picture.createdAt };
}

/** Whether a record, with the fields that only a newer version knows, can be stored and is no larger than a record may be. */
function isSmall(picture: Picture): boolean {
  try {
    // Throws for values that the database would refuse, or the whole import would fail for one record.
    structuredClone(picture);
    return JSON.stringify(picture).length <= ARCHIVE_LIMITS.recordCharacters;
  } catch {
    // Nested too deeply.
    return false;
  }
}
