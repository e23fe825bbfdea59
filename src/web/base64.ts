const CHUNK = 0x2000;

/** The bytes in base64. Uses the engine's own `toBase64` if there is one, else works in chunks of 8 KB, since a call with all bytes is slow. */
export function toBase64(bytes: Uint8Array & { toBase64?: () => string }): string {
  if (bytes.toBase64) return bytes.toBase64();
  let binary = '';
  for (let at = 0; at < bytes.length; at += CHUNK) {
    binary += String.fromCharCode.apply(null, bytes.subarray(at, at + CHUNK) as unknown as number[]);
  }
  return btoa(binary);
}

type Decode = (text: string) => Uint8Array<ArrayBuffer>;

/** The engine's own decoder, if there is one: it decodes 8 MB in a few milliseconds, our own loop in 400. */
const ofEngine = (Uint8Array as unknown as { fromBase64?: Decode }).fromBase64?.bind(Uint8Array) as
  | Decode
  | undefined;

/** The bytes of a base64 string; undefined when it is not base64. The URL-safe alphabet and white space are accepted, too. */
export function fromBase64(
  text: string,
  decode: Decode | undefined = ofEngine,
): Uint8Array<ArrayBuffer> | undefined {
  if (!decode) return inALoop(text);
  try {
    return decode(text);
  } catch {
    // Either the URL-safe alphabet, or not base64 at all.
    return inALoop(text);
  }
}

function inALoop(text: string): Uint8Array<ArrayBuffer> | undefined {
  try {
    const isPlain = !/[\s_-]/.test(text);
    const binary = atob(isPlain ? text : text.replace(/\s+/g, '').replaceAll('-', '+').replaceAll('_', '/'));
    const bytes = new Uint8Array(binary.length);
    for (let at = 0; at < binary.length; at += 1) bytes[at] = binary.charCodeAt(at);
    return bytes;
  } catch {
    return undefined;
  }
}
