import { type Fault, MAX_IMAGE_BYTES, type PictureBytes, sniffImageType } from '../../generation/index.ts';
import { pixelSize } from '../../web/pixel-size.ts';
import { abortable } from '../../web/wait.ts';
import { isWhole } from './is-whole.ts';

/** Decodes a picture to check it. Rejects for bytes that this browser cannot decode. */
export type Decode = (picture: Blob) => Promise<void>;

export type Opened = { ok: true; picture: PictureBytes } | { ok: false; fault: Fault };

/** The most pixels of a picture: 16,000 × 16,000 pixels would take 850 MB when decoded, and no service makes a quarter of that. */
const MOST_PIXELS = 64_000_000;
/** Milliseconds after which the decoder counts as hanging. The file is complete by then, and accepted. */
const DECODING_MS = 10_000;

/**
 * Checks that bytes are a picture: of a supported type, complete, with not too many bytes and pixels, and decodable. The size in
 * pixels is read from the header before the picture is decoded. Rejects only with the signal's reason.
 */
export async function openPicture(
  bytes: Uint8Array<ArrayBuffer>,
  { decode = decodeHere, signal }: { decode?: Decode | undefined; signal: AbortSignal },
): Promise<Opened> {
  const type = sniffImageType(bytes);
  if (!type) return { ok: false, fault: 'not-a-picture' };
  if (bytes.length > MAX_IMAGE_BYTES) return { ok: false, fault: 'too-large' };
  const picture = { bytes, type };
  const { width, height } = pixelSize(picture) ?? { width: 1, height: 1 };
  if (width * height > MOST_PIXELS) return { ok: false, fault: 'too-many-pixels' };
  if (width === 0 || height === 0) return { ok: false, fault: 'not-a-picture' };
  if (!isWhole(picture)) return { ok: false, fault: 'broke-off' };
  return (await decodes(picture, decode, signal))
    ? { ok: true, picture }
    : { ok: false, fault: 'not-a-picture' };
}

async function decodes(picture: PictureBytes, decode: Decode, signal: AbortSignal): Promise<boolean> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const hung = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, DECODING_MS);
  });
  const decoded = decode(new Blob([picture.bytes], { type: picture.type })).then(
    () => true,
    () => false,
  );
  try {
    return await abortable(Promise.race([decoded, hung.then(() => true)]), signal);
  } finally {
    clearTimeout(timer);
  }
}

/** Decodes with the browser's own decoder. Node has none: there every file is accepted. */
async function decodeHere(picture: Blob): Promise<void> {
  if (typeof createImageBitmap !== 'function') return;
  (await createImageBitmap(picture)).close();
}
