/** A chunk of a PNG or WebP file: its name of four letters, and its data. */
export interface Chunk {
  name: string;
  data: Uint8Array<ArrayBuffer>;
}

/** The bytes of a text in Latin-1, one byte per character. */
export const asciiBytes = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0) & 0xff);

export const latin1 = (bytes: Uint8Array) => {
  let text = '';
  for (let at = 0; at < bytes.length; at += 0x2000)
    text += String.fromCharCode(...bytes.subarray(at, at + 0x2000));
  return text;
};

export function concatBytes(...parts: Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** An integer as 4 bytes; RIFF files need `littleEndian`. */
export function fourBytes(value: number, littleEndian = false): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(4);
  new DataView(bytes.buffer).setUint32(0, value, littleEndian);
  return bytes;
}

export function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
