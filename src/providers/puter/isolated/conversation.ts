import * as z from 'zod/mini';
import { FAULTS, type ProviderError, REASONS } from '../../../generation/index.ts';
import type { PictureArguments } from '../models.ts';
import { isFailureCode, puterFailure } from '../puter-failure.ts';

/** The order that the background posts on the port to puter.js's page; the page answers with READY, ASKING and a reply. */
export interface Order {
  picture: PictureArguments;
  token: string;
}

/** From the page: puter.js is loaded. */
export const READY = 'ready';
/** From the page: the order arrived and is started. Sent before any request. */
export const ASKING = 'asking';
/** From the background: the page is no longer needed; a running request is aborted. */
export const END = 'end';

const text = z.optional(z.string());
const Reply = z.union([
  z.object({ ok: z.literal(true), source: z.string() }),
  z.object({
    ok: z.literal(false),
    error: z.object({
      code: z.string(),
      status: z.optional(z.int()),
      retryAfter: z.optional(z.number()),
      detail: text,
      fault: z.catch(z.optional(z.enum(FAULTS)), undefined),
      reason: z.catch(z.optional(z.enum(REASONS)), undefined),
      shouldFallback: z.optional(z.boolean()),
    }),
  }),
]);

const OrderShape = z.object({
  picture: z.looseObject({ prompt: z.string(), model: z.string() }),
  token: z.string(),
});

type Said = { ok: true; source: string } | { ok: false; error: ProviderError };

/** Parses the page's reply. The page runs code that is not ours, so nothing but the reply's shape is trusted. */
export function parseReply(message: unknown): Said {
  const parsed = z.safeParse(Reply, message);
  if (!parsed.success) return { ok: false, error: puterFailure('UNKNOWN', { fault: 'client-unreadable' }) };
  if (parsed.data.ok) return parsed.data;
  const { code, ...details } = parsed.data.error;
  const known = Object.entries(details).filter(([, value]) => value !== undefined);
  return {
    ok: false,
    error: puterFailure(isFailureCode(code) ? code : 'UNKNOWN', Object.fromEntries(known)),
  };
}

/** Parses an order in the page; undefined when the message is not an order. */
export function parseOrder(message: unknown): Order | undefined {
  const parsed = z.safeParse(OrderShape, message);
  return parsed.success ? (parsed.data as unknown as Order) : undefined;
}
