/** Why a change of settings was refused, by name; `subject` is the setting or source it speaks of. */
export interface SettingsProblem {
  code:
    | 'SETTING_LOCKED'
    | 'TIMEOUT_INVALID'
    | 'API_URL_INVALID'
    | 'MODEL_INVALID'
    | 'ROUTES_INVALID'
    | 'CACHE_TTL_INVALID'
    | 'CONCURRENCY_INVALID'
    | 'NO_SUCH_SOURCE'
    | 'SOURCE_NAME_EMPTY'
    | 'SOURCE_DUPLICATE'
    | 'NAMESPACE_INVALID';
  subject?: string;
}
