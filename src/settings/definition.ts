import { PROVIDER_NAMES, type ProviderName } from '../generation/provider-names.ts';
import { isModelId } from '../generation/request.ts';
import { LANGUAGE_CHOICES, type LanguageChoice } from '../language/languages.ts';
import { isDownloadFolder, isFileNamePattern } from '../web/file-names.ts';
import { isApiUrl, isPuterModel } from './believable.ts';
import { choice, flag, number, order, type Row, text } from './row.ts';
import type { SourceSetting } from './source-setting.ts';

/** Milliseconds. */
const ATTEMPT_LIMITS = { min: 5_000, max: 300_000 };

/** In the order they are offered. */
export const SELECTION_MODES = ['edit-first', 'straight-away'] as const;

export type SelectionMode = (typeof SELECTION_MODES)[number];

/** The settings that every provider has. */
function providerRows(model: Row<string>, timeoutMs = 60_000) {
  return {
    enabled: flag(true),
    model,
    timeoutMs: number(timeoutMs, ATTEMPT_LIMITS, { problem: 'TIMEOUT_INVALID' }),
  };
}

/** The rows of providers without further settings. An empty model means the provider's default. */
const PLAIN_PROVIDERS = Object.fromEntries(
  PROVIDER_NAMES.map((name) => [
    name,
    providerRows(text('', (model) => model.length <= 150, { problem: 'MODEL_INVALID' })),
  ]),
) as Record<ProviderName, ReturnType<typeof providerRows>>;

/**
 * Every setting but the list of sources, one row each. What is stored and how it is read, what a page may send, what is
 * refused and why, the limits a page shows, what a deployer may set and lock: all of it is derived from here.
 */
export const DEFINITION = {
  /** The language of the pages and the notifications. */
  language: choice<LanguageChoice>('browser', LANGUAGE_CHOICES),
  /** The provider that is asked first. */
  primary: choice<ProviderName>('huggingface', PROVIDER_NAMES),
  ...PLAIN_PROVIDERS,
  huggingface: {
    ...providerRows(
      text('black-forest-labs/FLUX.1-schnell', isModelId, { problem: 'MODEL_INVALID' }),
      30_000,
    ),
    /** The user's own address; empty: the route is found through the hub. */
    apiUrl: text('', (url) => url === '' || isApiUrl(url), { problem: 'API_URL_INVALID' }),
    /** Inference routes in the order they are tried. */
    routeOrder: order('routes', { problem: 'ROUTES_INVALID' }),
  },
  puter: providerRows(text('black-forest-labs/FLUX.1-schnell', isPuterModel, { problem: 'MODEL_INVALID' })),
  accounts: {
    /** Days without use after which Puter's token is forgotten: it opens a whole account. 0: never. */
    forgetPuterAfterDays: number(0, { min: 0, max: 365 }),
  },
  pictures: {
    /** Millions of bytes that pictures may take; 0: no limit. Beyond it, the oldest pictures that are no favourites make room. */
    limitMegabytes: number(0, { min: 0, max: 10_000_000 }),
    /** What a saved file says of how it was made: everything, everything but the words, or only that a model made it. */
    metadata: choice('all', ['all', 'no-words', 'mark']),
    /** The type of saved files; `kept`: as the service sent it. */
    fileType: choice('kept', ['kept', 'png', 'jpeg', 'webp']),
    /** The pattern of the names of saved files, see `fileName` in the gallery. */
    fileName: text('{date} {prompt}', isFileNamePattern, { problem: 'FILE_NAME_INVALID' }),
    /** The folder of saved files, below the browser's downloads; empty: the downloads themselves. */
    folder: text('', isDownloadFolder, { problem: 'FOLDER_INVALID' }),
    /** Each picture is saved as a file as soon as it is made. */
    savesItself: flag(false),
    /** The gallery shows pictures only under the pointer or with the focus. */
    blurs: flag(false),
    /** Keeps with a picture the address of the page on which its words were selected. */
    keepsPage: flag(false),
    /** Pictures made from private windows are kept like others. */
    keepsPrivate: flag(false),
  },
  jobs: {
    /** When a service says when it can be asked again, the job waits for that moment instead of failing. */
    waits: flag(false),
  },
  toolbar: {
    /** The button of the toolbar opens the side panel in place of the popup. */
    opensSidePanel: flag(false),
  },
  selection: {
    /** What is done with selected text: the composer shows it first, or the picture is begun at once. */
    mode: choice('edit-first', SELECTION_MODES),
  },
  notifications: {
    /** Whether the user is notified when a job ends while no page shows it. Only with the browser's permission. */
    enabled: flag(true),
  },
  /** The settings of seed 000 besides the sources. */
  hub: {
    enabled: flag(true, { deployer: { policy: 'enabled', environment: 'ENABLED' } }),
    cacheTtlSeconds: number(
      300,
      { min: 0, max: 7 * 86_400 },
      {
        problem: 'CACHE_TTL_INVALID',
        deployer: { policy: 'cacheTtlSeconds', environment: 'CACHE_TTL' },
      },
    ),
    timeoutMs: number(
      10_000,
      { min: 1_000, max: 60_000 },
      {
        problem: 'TIMEOUT_INVALID',
        deployer: { policy: 'timeoutSeconds', environment: 'TIMEOUT', scale: 1_000 },
      },
    ),
    maxConcurrent: number(
      5,
      { min: 1, max: 20 },
      {
        problem: 'CONCURRENCY_INVALID',
        deployer: { policy: 'maxConcurrent', environment: 'MAX_CONCURRENT' },
      },
    ),
  },
};

export type { Limits } from './row.ts';

type Values<Rows> = {
  [Key in keyof Rows]: Rows[Key] extends Row<infer Value> ? Value : Values<Rows[Key]>;
};
type Changes<Rows> = {
  [Key in keyof Rows]?: (Rows[Key] extends Row<infer Value> ? Value : Changes<Rows[Key]>) | undefined;
};
type Names<Rows> = {
  [Key in keyof Rows & string]: Rows[Key] extends Row<infer _> ? Key : `${Key}.${Names<Rows[Key]>}`;
}[keyof Rows & string];

/** The settings that have a row. */
export type PlainSettings = Values<typeof DEFINITION>;

export type Settings = PlainSettings & {
  /** In the order they are asked. */
  sources: SourceSetting[];
};

/** Some of the settings that have a row. */
export type SettingsPatch = Changes<typeof DEFINITION>;

/** `primary`, `huggingface.model`, … */
export type SettingName = Names<typeof DEFINITION>;

/** What a deployer may lock. */
export type LockName = SettingName | 'sources';
