import { isProviderName, type ProviderName } from '../../../generation/index.ts';
import type { LanguageChoice } from '../../../language/index.ts';
import type { BackupPart } from '../../../settings/index.ts';
import { listOf, t, uiLanguage } from '../../page/extension.ts';
import { asSeconds } from '../../words/durations.ts';
import { providerName } from '../../words/provider-name.ts';
import { languageName } from '../advanced/language-name.ts';
import { toMilliseconds } from '../fields/numbers.ts';

/** Locale keys of parts whose key does not follow from their path. */
const KEYS: Partial<Record<BackupPart, string>> = {
  primary: 'options_backup_primary',
  'huggingface.apiUrl': 'options_api_url',
  'huggingface.routeOrder': 'options_routes',
  'pictures.limitMegabytes': 'options_pictures_limit',
  'hub.enabled': 'options_backup_hub',
  'hub.cacheTtlSeconds': 'options_backup_hub_cache',
  'hub.timeoutMs': 'options_backup_hub_timeout',
  'hub.maxConcurrent': 'options_backup_hub_concurrent',
  sources: 'options_backup_sources',
  styles: 'options_backup_styles',
  tokens: 'options_backup_tokens',
};

/** The locale key of a part's name: for `jobs.waits` it is `options_jobs_waits`, unless `KEYS` has another. */
export function nameKey(part: BackupPart): string {
  const [group = '', field = ''] = part.split('.');
  const own = KEYS[part];
  if (own !== undefined) return own;
  if (!isProviderName(group)) return ['options', ...part.split('.')].join('_');
  if (field === 'enabled') return 'options_backup_enabled';
  return field === 'model' ? `options_model_${group}` : `options_timeout_${group}`;
}

/** The name of a part of a settings file in the user's language. */
export function partName(part: BackupPart): string {
  const [group = ''] = part.split('.');
  return isProviderName(group) ? t(nameKey(part), providerName(group)) : t(nameKey(part));
}

const FIELD_KEYS: Record<'sources' | 'styles', Record<string, string>> = {
  sources: {
    name: 'source_name',
    url: 'source_url',
    type: 'source_type',
    enabled: 'options_import_on_or_off',
    namespaces: 'source_owners',
  },
  styles: {
    name: 'options_style_name',
    template: 'options_style_template',
    negativePrompt: 'popup_negative_prompt',
    width: 'given_size',
    height: 'given_size',
    model: 'popup_model',
  },
};

/** The names of the fields of a hub or a style that would change, each once. */
export function fieldNames(part: 'sources' | 'styles', fields: readonly string[]): string[] {
  const keys = fields.flatMap((field) => FIELD_KEYS[part][field] ?? []);
  return [...new Set(keys)].map((key) => t(key));
}

/** A value of a setting as people read it. */
export function valueWords(part: BackupPart, value: unknown): string {
  if (typeof value === 'boolean') return t(value ? 'options_backup_on' : 'options_backup_off');
  if (Array.isArray(value)) {
    return value.length > 0 ? listOf(value.map(String)) : t('options_backup_none');
  }
  if (part === 'pictures.limitMegabytes' && value === 0) return t('options_backup_no_limit');
  if (part === 'pictures.metadata') return t(`options_metadata_${String(value)}`);
  if (part === 'pictures.fileType') return t(`options_type_${String(value)}`);
  if (part === 'accounts.forgetPuterAfterDays')
    return value === 0 ? t('options_forget_never') : t('options_forget_days', String(value));
  if (part === 'primary') return providerName(value as ProviderName);
  if (part === 'selection.mode')
    return t(value === 'straight-away' ? 'options_straight_away' : 'options_edit_first');
  if (part === 'language') return languageName(value as LanguageChoice);
  if (part === 'hub.cacheTtlSeconds') return asSeconds(toMilliseconds(Number(value)), uiLanguage());
  if (part.endsWith('timeoutMs')) return asSeconds(Number(value), uiLanguage());
  return value === '' || value === undefined ? t('options_backup_none') : String(value);
}
