import { expect, test } from 'vitest';
import { checkPatch } from '../../../src/settings/check-patch.ts';
import type { SettingsPatch } from '../../../src/settings/index.ts';
import { KNOWN, problem } from './store-bench.ts';

const ROUTE_NAMES = KNOWN.routes;
const check = (patch: SettingsPatch) => checkPatch(patch, { locked: [], known: KNOWN });

test.each<[SettingsPatch]>([
  [{}],
  [{ primary: 'puter' }],
  [{ huggingface: { model: 'stabilityai/stable-diffusion-xl-base-1.0', timeoutMs: 5_000, enabled: false } }],
  [{ huggingface: { apiUrl: '' } }],
  [{ huggingface: { apiUrl: 'https://mine.example/models/x?y=z' } }],
  [{ huggingface: { apiUrl: 'http://localhost:8080/' } }],
  [{ huggingface: { apiUrl: 'http://127.0.0.1' } }],
  [{ huggingface: { apiUrl: 'http://[::1]:1' } }],
  [{ huggingface: { routeOrder: ROUTE_NAMES.toReversed() } }],
  [{ puter: { model: 'black-forest-labs/FLUX.1-schnell', timeoutMs: 300_000 } }],
  [{ puter: { model: 'togetherai:black-forest-labs/FLUX.1-schnell' } }],
  [{ puter: { model: '@cf/lykon/dreamshaper-8-lcm' } }],
  [{ hub: { enabled: false, timeoutMs: 60_000, cacheTtlSeconds: 0, maxConcurrent: 20 } }],
])('%j is fine', (patch) => {
  expect(check(patch)).toBeUndefined();
});

test.each<[SettingsPatch, ReturnType<typeof problem>]>([
  [{ huggingface: { model: '' } }, problem('MODEL_INVALID', 'huggingface.model')],
  [{ huggingface: { model: 'https://huggingface.co/a/b' } }, problem('MODEL_INVALID', 'huggingface.model')],
  [{ huggingface: { model: 'a/../b' } }, problem('MODEL_INVALID', 'huggingface.model')],
  [{ puter: { model: '' } }, problem('MODEL_INVALID', 'puter.model')],
  [{ puter: { model: 'https://puter.com/model' } }, problem('MODEL_INVALID', 'puter.model')],
  [{ puter: { model: 'two words' } }, problem('MODEL_INVALID', 'puter.model')],
  [{ puter: { model: 'x'.repeat(152) } }, problem('MODEL_INVALID', 'puter.model')],
  [{ huggingface: { apiUrl: 'mine.example' } }, problem('API_URL_INVALID', 'huggingface.apiUrl')],
  [{ huggingface: { apiUrl: 'http://mine.example' } }, problem('API_URL_INVALID', 'huggingface.apiUrl')],
  [
    { huggingface: { apiUrl: 'http://localhost.evil.example' } },
    problem('API_URL_INVALID', 'huggingface.apiUrl'),
  ],
  [
    { huggingface: { apiUrl: 'http://127.0.0.1.evil.example' } },
    problem('API_URL_INVALID', 'huggingface.apiUrl'),
  ],
  [
    { huggingface: { apiUrl: 'https://me:secret@mine.example' } },
    problem('API_URL_INVALID', 'huggingface.apiUrl'),
  ],
  [{ huggingface: { apiUrl: 'javascript:alert(1)' } }, problem('API_URL_INVALID', 'huggingface.apiUrl')],
  [{ huggingface: { routeOrder: [] } }, problem('ROUTES_INVALID', 'huggingface.routeOrder')],
  [
    { huggingface: { routeOrder: ROUTE_NAMES.slice(1) } },
    problem('ROUTES_INVALID', 'huggingface.routeOrder'),
  ],
  [
    { huggingface: { routeOrder: [...ROUTE_NAMES, 'nscale'] } },
    problem('ROUTES_INVALID', 'huggingface.routeOrder'),
  ],
  [
    { huggingface: { routeOrder: ROUTE_NAMES.map(() => 'nscale') } },
    problem('ROUTES_INVALID', 'huggingface.routeOrder'),
  ],
  [{ huggingface: { timeoutMs: 4_999 } }, problem('TIMEOUT_INVALID', 'huggingface.timeoutMs')],
  [{ huggingface: { timeoutMs: 5_000.5 } }, problem('TIMEOUT_INVALID', 'huggingface.timeoutMs')],
  [{ puter: { timeoutMs: 300_001 } }, problem('TIMEOUT_INVALID', 'puter.timeoutMs')],
  [{ hub: { timeoutMs: 999 } }, problem('TIMEOUT_INVALID', 'hub.timeoutMs')],
  [{ hub: { cacheTtlSeconds: 604_801 } }, problem('CACHE_TTL_INVALID', 'hub.cacheTtlSeconds')],
  [{ hub: { cacheTtlSeconds: -1 } }, problem('CACHE_TTL_INVALID', 'hub.cacheTtlSeconds')],
  [{ hub: { maxConcurrent: 0 } }, problem('CONCURRENCY_INVALID', 'hub.maxConcurrent')],
  [{ hub: { maxConcurrent: Number.NaN } }, problem('CONCURRENCY_INVALID', 'hub.maxConcurrent')],
])('%j is refused by name', (patch, expected) => {
  expect(check(patch)).toEqual(expected);
});

test('what is locked is refused first', () => {
  const patch: SettingsPatch = { hub: { maxConcurrent: 99 }, puter: { model: '' } };
  expect(checkPatch(patch, { locked: ['hub.maxConcurrent'], known: KNOWN })).toEqual(
    problem('SETTING_LOCKED', 'hub.maxConcurrent'),
  );
});
