import * as z from 'zod/mini';

const id = z.string().check(z.minLength(1), z.maxLength(100));
const slot = z.union([
  z.enum(['huggingface', 'puter', 'endpoint']),
  z.templateLiteral(['source:', z.string()]),
]);
const repository = z.strictObject({
  type: z.enum(['model', 'dataset', 'space']),
  id: z.string().check(z.maxLength(300)),
  revision: z.optional(z.string().check(z.maxLength(300))),
});

/** What a page may ask to change; the settings room checks the values and names the first that is wrong. */
export const settingsPatch = z.strictObject({
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
});

const source = z.strictObject({
  /** Left out for a new one. */
  id: z.optional(id),
  name: z.string(),
  url: z.string(),
  type: z.enum(['huggingface', 'kohakuhub']),
  enabled: z.boolean(),
  namespaces: z.array(z.string()),
});

export const generationRequest = z.strictObject({
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
});

/** The one map of messages, page to background: each name with the shape of what comes with it. Parsed on receipt. */
export const requests = {
  /** Wakes the worker: it mends what a killed one left behind before it answers. */
  hello: z.strictObject({}),
  generate: z.strictObject({ request: generationRequest, origin: z.enum(['popup', 'selection']) }),
  cancel: z.strictObject({ jobId: id }),
  /** Puts an ended job away; its picture stays. */
  dismiss: z.strictObject({ jobId: id }),
  /** Fetches a picture that was paid for but could not be reached, after its origin was allowed. */
  fetchPicture: z.strictObject({ jobId: id }),
  /** Stores a picture that was paid for but could not be stored. */
  keepPicture: z.strictObject({ jobId: id }),

  readSettings: z.strictObject({}),
  updateSettings: z.strictObject({ patch: settingsPatch }),
  saveToken: z.strictObject({ slot, token: z.string() }),
  removeToken: z.strictObject({ slot }),
  connectPuter: z.strictObject({}),

  /** Asks an address what it is. */
  probeSource: z.strictObject({ url: z.string() }),
  testSource: z.strictObject({ id }),
  saveSource: z.strictObject({ source }),
  removeSource: z.strictObject({ id }),
  /** Undoes a removal: the source and its token come back where they were. */
  restoreSource: z.strictObject({ id }),
  orderSources: z.strictObject({ ids: z.array(id) }),

  searchModels: z.strictObject({ query: z.string().check(z.maxLength(300)) }),
  /** What the user typed or pasted: an id or a hub URL. */
  parseRepository: z.strictObject({ text: z.string().check(z.maxLength(2000)) }),
  listFiles: z.strictObject({ repository, path: z.string() }),
  repositoryPage: z.strictObject({ repository }),
  downloadFile: z.strictObject({ repository, path: z.string().check(z.minLength(1)) }),

  cacheStats: z.strictObject({}),
  clearCache: z.strictObject({}),
  forgetRepository: z.strictObject({ repository }),
};

export type MessageName = keyof typeof requests;
export type RequestOf<Name extends MessageName> = z.infer<(typeof requests)[Name]>;

/** What a page sends through the port `ask-chain`; closing the port ends the asking. */
export const chainRequest = z.strictObject({ repository, fresh: z.boolean() });
export const CHAIN_PORT = 'ask-chain';
/** A page keeps this port open while it shows a running job: when the worker dies, the port drops and the page knows. */
export const LIFELINE_PORT = 'lifeline';
