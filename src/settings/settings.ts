import type { ProviderName } from '../generation/index.ts';
import type { SourceType } from '../hub/index.ts';

/** A hub in the user's list. Its place in the list is its priority; its token lies with the other secrets. */
export interface SourceSetting {
  id: string;
  name: string;
  url: string;
  type: SourceType;
  enabled: boolean;
  namespaces: string[];
}

export interface HubSetting {
  enabled: boolean;
  cacheTtlSeconds: number;
  timeoutMs: number;
  maxConcurrent: number;
}

export interface Settings {
  first: ProviderName;
  huggingface: {
    enabled: boolean;
    model: string;
    /** Empty: the route is found through the hub. */
    apiUrl: string;
    timeoutMs: number;
    routeOrder: string[];
  };
  puter: { enabled: boolean; model: string; timeoutMs: number };
  hub: HubSetting;
  sources: SourceSetting[];
}

/** What a deployer may lock. */
export type LockName = `hub.${keyof HubSetting}` | 'sources';

export const HUGGING_FACE_SOURCE: SourceSetting = {
  id: 'huggingface',
  name: 'Hugging Face',
  url: 'https://huggingface.co',
  type: 'huggingface',
  enabled: true,
  namespaces: [],
};

/** The routes that make pictures, the one seen to work most reliably first (facts of November 2026). */
export const ROUTE_NAMES = ['nscale', 'fal-ai', 'together', 'replicate', 'wavespeed', 'hf-inference'];

export const DEFAULT_SETTINGS: Settings = {
  first: 'huggingface',
  huggingface: {
    enabled: true,
    model: 'black-forest-labs/FLUX.1-schnell',
    apiUrl: '',
    timeoutMs: 30_000,
    routeOrder: ROUTE_NAMES,
  },
  puter: { enabled: true, model: 'black-forest-labs/FLUX.1-schnell', timeoutMs: 60_000 },
  hub: { enabled: true, cacheTtlSeconds: 300, timeoutMs: 10_000, maxConcurrent: 5 },
  sources: [HUGGING_FACE_SOURCE],
};
