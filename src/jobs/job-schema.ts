import * as z from 'zod/mini';
import { storedOwnStyle } from '../generation/request-schema.ts';
import type { Job } from './job.ts';

const time = z.number();
/** The name of a provider, style or origin. Any text is accepted, so that records of a newer version can be read. */
const name = z.string();

const made = () => ({
  model: z.optional(z.string()),
  route: z.optional(z.string()),
  warnings: z.optional(z.array(z.looseObject({ code: z.string(), detail: z.optional(z.string()) }))),
});

const providerError = z.lazy(() =>
  z.looseObject({
    code: z.string(),
    message: z.string(),
    shouldFallback: z.boolean(),
    retryAfter: z.optional(z.number()),
    status: z.optional(z.number()),
    detail: z.optional(z.string()),
    reason: z.optional(z.string()),
    pictureUrl: z.optional(z.string()),
    made: z.optional(z.looseObject(made())),
    source: z.optional(z.string()),
    requestId: z.optional(z.string()),
    queued: z.optional(queuedJob),
  }),
);

const queuedJob = z.lazy(() =>
  z.looseObject({
    route: z.string(),
    model: z.string(),
    statusUrl: z.string(),
    resultUrl: z.optional(z.string()),
    cancelUrl: z.optional(z.string()),
  }),
);

const jobSchema = z.lazy(() =>
  z.looseObject({
    id: z.string(),
    request: z.looseObject({
      prompt: z.string(),
      style: name,
      // One that cannot be read makes the record corrupt: without it something else would be sent, and paid for.
      ownStyle: z.optional(storedOwnStyle),
      negativePrompt: z.optional(z.string()),
      width: z.optional(z.number()),
      height: z.optional(z.number()),
      seed: z.optional(z.number()),
      model: z.optional(z.string()),
    }),
    origin: name,
    page: z.catch(z.optional(z.string()), undefined),
    shortened: z.catch(z.optional(z.boolean()), undefined),
    isPrivate: z.catch(z.optional(z.boolean()), undefined),
    // A value that is not a number is dropped: the job is then ordered by its time.
    order: z.catch(z.optional(z.number()), undefined),
    group: z.optional(z.string()),
    status: z.enum(['queued', 'running', 'waiting', 'succeeded', 'failed', 'cancelled', 'interrupted']),
    createdAt: time,
    askedAt: z.catch(z.optional(time), undefined),
    startedAt: z.optional(time),
    endedAt: z.optional(time),
    attempts: z.array(
      z.looseObject({
        provider: name,
        startedAt: time,
        endedAt: z.optional(time),
        outcome: z.optional(z.enum(['succeeded', 'failed', 'cancelled'])),
        error: z.optional(providerError),
        announces: z.optional(z.boolean()),
        queued: z.optional(queuedJob),
        picture: z.optional(z.looseObject({ url: z.string(), ...made() })),
        routes: z.array(
          z.looseObject({
            route: z.string(),
            startedAt: time,
            endedAt: z.optional(time),
            status: z.optional(z.number()),
            code: z.optional(z.string()),
          }),
        ),
      }),
    ),
    wait: z.optional(
      z.looseObject({ for: z.enum(['retry', 'network', 'unlock']), toldAt: time, waitMs: z.number() }),
    ),
    waits: z.optional(z.number()),
    only: z.optional(name),
    collects: z.optional(z.boolean()),
    cancelAsked: z.optional(z.boolean()),
    provider: z.optional(name),
    ...made(),
    error: z.optional(
      z.looseObject({
        code: z.string(),
        message: z.string(),
        retryAt: z.optional(time),
        retryAfterMs: z.optional(z.number()),
        causes: z.array(z.looseObject({ provider: name, error: providerError })),
      }),
    ),
    dismissed: z.optional(z.boolean()),
    unseen: z.catch(z.optional(z.boolean()), undefined),
  }),
);

/** Parses a stored job. Undefined for a corrupt record, which is skipped. */
export function parseJob(value: unknown): Job | undefined {
  const parsed = jobSchema.safeParse(value);
  return parsed.success ? (parsed.data as Job) : undefined;
}
