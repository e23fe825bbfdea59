import * as z from 'zod/mini';
import { sniffImageType, toDataUrl } from '../../generation/index.ts';
import { factsInBody } from '../meaning/body-facts.ts';
import { bytesInText } from '../picture/bytes-in-text.ts';
import type { Refusal } from './classify-refusal.ts';

const text = z.catch(z.optional(z.string()), undefined);
const Words = z.object({ code: text, message: text });
const ErrorObject = z.extend(Words, { status: z.catch(z.optional(z.int()), undefined) });
const Envelope = z.extend(Words, {
  success: z.catch(z.optional(z.boolean()), undefined),
  result: z.optional(z.unknown()),
  error: z.catch(z.optional(z.union([z.string(), ErrorObject])), undefined),
});
const AssetAddress = z.object({ asset_url: text, url: text, href: text });

export interface Answer {
  /** The body for puter.js. */
  picture?: Blob;
  refusal?: Omit<Refusal, 'retryAfter'>;
}

/**
 * Reads an answer with status 200: a picture (as the body itself, a data URI, bare base64 or an https address), or a refusal in
 * Puter's older envelope, or neither. The picture becomes a body that puter.js understands and that has no other properties: a
 * `code` or `usage_limited` property would make puter.js open a dialog.
 */
export function readAnswer(bytes: Uint8Array<ArrayBuffer>): Answer {
  const type = sniffImageType(bytes);
  if (type) return { picture: new Blob([bytes], { type }) };
  const body = parseJson(new TextDecoder().decode(bytes));
  const envelope = z.safeParse(Envelope, body);
  if (envelope.success) {
    const { success, result } = envelope.data;
    const words = wordsOf(envelope.data);
    if (success === false || (result === undefined && words.code))
      return { refusal: { ...words, status: words.status ?? 200, facts: factsInBody(body) } };
  }
  const found = reference(
    envelope.success && envelope.data.result !== undefined ? envelope.data.result : body,
  );
  return found === undefined ? {} : { picture: asEnvelope(found) };
}

/**
 * Code and message in the body of an answer with another status than 200; without both when it is not JSON (a gateway's HTML
 * page).
 */
export function readRefusal(text: string): Pick<Refusal, 'code' | 'message' | 'facts'> {
  const body = parseJson(text);
  const facts = factsInBody(body);
  const envelope = z.safeParse(Envelope, body);
  if (!envelope.success) return { facts };
  const { code, message } = wordsOf(envelope.data);
  return { code, message, facts };
}

function wordsOf({ code, message, error }: z.infer<typeof Envelope>) {
  const inner = typeof error === 'object' ? error : undefined;
  return {
    code: code ?? inner?.code,
    message: message ?? inner?.message ?? (typeof error === 'string' ? error : undefined),
    status: inner?.status,
  };
}

/** The data URI or https address in a value; bare base64 becomes a data URI. Undefined when the value has none of these. */
function reference(value: unknown): string | undefined {
  if (typeof value === 'string') {
    const trimmed = value.trim();
    if (/^(data:|https:\/\/)/i.test(trimmed)) return trimmed;
    const bytes = bytesInText(trimmed);
    const type = bytes && sniffImageType(bytes);
    return bytes && type && toDataUrl(bytes, type);
  }
  const asset = z.safeParse(AssetAddress, value);
  const address = asset.success ? (asset.data.asset_url ?? asset.data.url ?? asset.data.href) : undefined;
  return address === undefined ? undefined : reference(address);
}

function asEnvelope(result: string): Blob {
  return new Blob([JSON.stringify({ success: true, result })], { type: 'application/json' });
}

function parseJson(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return body;
  }
}
