/** Why a change of settings was refused, by name. */
export type SettingsProblemCode =
  | 'SETTING_LOCKED'
  | 'SETTING_INVALID'
  | 'TIMEOUT_INVALID'
  | 'API_URL_INVALID'
  | 'MODEL_INVALID'
  | 'ROUTES_INVALID'
  | 'CACHE_TTL_INVALID'
  | 'CONCURRENCY_INVALID'
  | 'FILE_NAME_INVALID'
  | 'FOLDER_INVALID'
  | 'NO_SUCH_SOURCE'
  | 'SOURCE_NAME_EMPTY'
  | 'SOURCE_DUPLICATE'
  | 'NAMESPACE_INVALID';

export interface SettingsProblem {
  code: SettingsProblemCode;
  /** The setting or source that the problem is about. */
  subject?: string;
}
