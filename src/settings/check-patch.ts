import { defined } from '../storage/defined.ts';
import { isApiUrl, isPuterModel } from './believable.ts';
import { LIMITS, within } from './limits.ts';
import type { SettingsProblem } from './problem.ts';
import { type LockName, ROUTE_NAMES, type Settings } from './settings.ts';

export interface SettingsPatch {
  first?: Settings['first'] | undefined;
  huggingface?: Optional<Settings['huggingface']> | undefined;
  puter?: Optional<Settings['puter']> | undefined;
  hub?: Optional<Settings['hub']> | undefined;
}

type Optional<Values> = { [Key in keyof Values]?: Values[Key] | undefined };

interface CheckPorts {
  locked: readonly LockName[];
  isModelId(text: string): boolean;
}

/** The first thing wrong with a change, or undefined. A change is taken whole or not at all. */
export function checkPatch(
  patch: SettingsPatch,
  { locked, isModelId }: CheckPorts,
): SettingsProblem | undefined {
  const { huggingface = {}, puter = {}, hub = {} } = patch;
  const lock = Object.keys(defined(hub)).find((key) => locked.includes(`hub.${key}` as LockName));
  if (lock) return { code: 'SETTING_LOCKED', subject: `hub.${lock}` };
  if (huggingface.model !== undefined && !isModelId(huggingface.model)) {
    return { code: 'MODEL_INVALID', subject: 'huggingface.model' };
  }
  if (puter.model !== undefined && !isPuterModel(puter.model)) {
    return { code: 'MODEL_INVALID', subject: 'puter.model' };
  }
  if (huggingface.apiUrl && !isApiUrl(huggingface.apiUrl)) return { code: 'API_URL_INVALID' };
  if (huggingface.routeOrder && !isPermutation(huggingface.routeOrder)) return { code: 'ROUTES_INVALID' };
  if (outside(huggingface.timeoutMs, LIMITS.providerTimeoutMs)) {
    return { code: 'TIMEOUT_INVALID', subject: 'huggingface.timeoutMs' };
  }
  if (outside(puter.timeoutMs, LIMITS.providerTimeoutMs)) {
    return { code: 'TIMEOUT_INVALID', subject: 'puter.timeoutMs' };
  }
  if (outside(hub.timeoutMs, LIMITS.hubTimeoutMs))
    return { code: 'TIMEOUT_INVALID', subject: 'hub.timeoutMs' };
  if (outside(hub.cacheTtlSeconds, LIMITS.cacheTtlSeconds)) return { code: 'CACHE_TTL_INVALID' };
  if (outside(hub.maxConcurrent, LIMITS.maxConcurrent)) return { code: 'CONCURRENCY_INVALID' };
  return undefined;
}

function isPermutation(routes: string[]): boolean {
  return routes.length === ROUTE_NAMES.length && ROUTE_NAMES.every((route) => routes.includes(route));
}

function outside(value: number | undefined, limit: { min: number; max: number }): boolean {
  return value !== undefined && !within(value, limit);
}
