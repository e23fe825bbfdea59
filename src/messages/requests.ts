import * as z from 'zod/mini';

const id = z.lazy(() => z.string().check(z.minLength(1), z.maxLength(100)));
const slot = z.lazy(() =>
  z.union([z.enum(['huggingface', 'puter', 'endpoint']), z.templateLiteral(['source:', z.string()])]),
);
const repository = z.lazy(() =>
  z.strictObject({
    type: z.enum(['model', 'dataset', 'space']),
    id: z.string().check(z.maxLength(300)),
    revision: z.optional(z.string().check(z.maxLength(300))),
  }),
);

/** What a page may ask to change; the settings room checks the values and names the first that is wrong. */
export const settingsPatch = z.lazy(() =>
  z.strictObject({
    first: z.optional(z.enum(['huggingface', 'puter'])),
    huggingface: z.optional(
      z.strictObject({
        enabled: z.optional(z.boolean()),
        model: z.optional(z.string()),
        apiUrl: z.optional(z.string()),
        timeoutMs: z.optional(z.number()),
        routeOrder: z.optional(z.array(z.string())),
      }),
    ),
    puter: z.optional(
      z.strictObject({
        enabled: z.optional(z.boolean()),
        model: z.optional(z.string()),
        timeoutMs: z.optional(z.number()),
      }),
    ),
    hub: z.optional(
      z.strictObject({
        enabled: z.optional(z.boolean()),
        cacheTtlSeconds: z.optional(z.number()),
        timeoutMs: z.optional(z.number()),
        maxConcurrent: z.optional(z.number()),
      }),
    ),
  }),
);

const source = z.lazy(() =>
  z.strictObject({
    /** Left out for a new one. */
    id: z.optional(id),
    name: z.string(),
    url: z.string(),
    type: z.enum(['huggingface', 'kohakuhub']),
    enabled: z.boolean(),
    namespaces: z.array(z.string()),
  }),
);

export const generationRequest = z.lazy(() =>
  z.strictObject({
    prompt: z.string(),
    style: z.enum([
      'none',
      'photo',
      'illustration',
      'watercolor',
      'oil-painting',
      'anime',
      'pixel-art',
      '3d-render',
      'line-art',
    ]),
    negativePrompt: z.optional(z.string()),
    width: z.optional(z.number()),
    height: z.optional(z.number()),
    seed: z.optional(z.number()),
    model: z.optional(z.string()),
  }),
);

/**
 * The one map of messages, page to background: each name with the shape of what comes with it. Parsed on receipt; a shape
 * is built when its message first comes, since a worker starts often and reads few of them.
 */
export const requests = {
  /** Wakes the worker: it mends what a killed one left behind before it answers. */
  hello: z.lazy(() => z.strictObject({})),
  generate: z.lazy(() =>
    z.strictObject({ request: generationRequest, origin: z.enum(['popup', 'selection']) }),
  ),
  cancel: z.lazy(() => z.strictObject({ jobId: id })),
  /** Puts an ended job away, or takes it back; its picture stays. */
  dismiss: z.lazy(() => z.strictObject({ jobId: id, undo: z.optional(z.boolean()) })),
  /** Fetches a picture that was paid for but could not be reached, after its origin was allowed. */
  fetchPicture: z.lazy(() => z.strictObject({ jobId: id })),
  /** Stores a picture that was paid for but could not be stored. */
  keepPicture: z.lazy(() => z.strictObject({ jobId: id })),
  /** Hands out such a picture while it is held, to be saved as a file instead. */
  heldPicture: z.lazy(() => z.strictObject({ jobId: id })),

  readSettings: z.lazy(() => z.strictObject({})),
  updateSettings: z.lazy(() => z.strictObject({ patch: settingsPatch })),
  saveToken: z.lazy(() => z.strictObject({ slot, token: z.string() })),
  removeToken: z.lazy(() => z.strictObject({ slot })),
  connectPuter: z.lazy(() => z.strictObject({})),

  /** Asks an address what it is. */
  probeSource: z.lazy(() => z.strictObject({ url: z.string() })),
  testSource: z.lazy(() => z.strictObject({ id })),
  saveSource: z.lazy(() => z.strictObject({ source })),
  removeSource: z.lazy(() => z.strictObject({ id })),
  /** Undoes a removal: the source and its token come back where they were. */
  restoreSource: z.lazy(() => z.strictObject({ id })),
  orderSources: z.lazy(() => z.strictObject({ ids: z.array(id) })),

  searchModels: z.lazy(() => z.strictObject({ query: z.string().check(z.maxLength(300)) })),
  /** What the user typed or pasted: an id or a hub URL. */
  parseRepository: z.lazy(() => z.strictObject({ text: z.string().check(z.maxLength(2000)) })),
  listFiles: z.lazy(() => z.strictObject({ repository, path: z.string() })),
  repositoryPage: z.lazy(() => z.strictObject({ repository })),
  downloadFile: z.lazy(() => z.strictObject({ repository, path: z.string().check(z.minLength(1)) })),

  cacheStats: z.lazy(() => z.strictObject({})),
  clearCache: z.lazy(() => z.strictObject({})),
  forgetRepository: z.lazy(() => z.strictObject({ repository })),
};

export type MessageName = keyof typeof requests;
export type RequestOf<Name extends MessageName> = z.infer<(typeof requests)[Name]>;

/** What a page sends through the port `ask-chain`; closing the port ends the asking. */
export const chainRequest = z.lazy(() => z.strictObject({ repository, fresh: z.boolean() }));
export const CHAIN_PORT = 'ask-chain';
/** A page keeps this port open while it shows a running job: when the worker dies, the port drops and the page knows. */
export const LIFELINE_PORT = 'lifeline';
