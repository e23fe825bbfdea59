export { type Agreement, createAgreement } from './agreement.ts';
export { type BackupProblemCode, readBackup, writeBackup } from './backup/backup.ts';
export {
  type BackupPart,
  chosenValues,
  type Difference,
  differencesOf,
  sourcesToTake,
} from './backup/differences.ts';
export type { ListChanges, ListEntry } from './backup/list-changes.ts';
export { seal, unseal } from './backup/sealed-tokens.ts';
export { createWayBack, type WayBack } from './backup/way-back.ts';
export { cleanToken } from './clean-token.ts';
export type {
  LockName,
  PlainSettings,
  SelectionMode,
  SettingName,
  Settings,
  SettingsPatch,
} from './definition.ts';
export { DEFINITION } from './definition.ts';
export {
  type DeployerDefaults,
  layerDeployerDefaults,
  parseDeployerDefaults,
} from './deployer-defaults.ts';
export { defaultSettings } from './effective-settings.ts';
export { inStyle, withSizeAndModel } from './presets/in-style.ts';
export { SHIPPED_STYLES } from './presets/shipped-styles.ts';
export {
  STYLE_LIMITS,
  type Style,
  type StyleFields,
  type StyleProblem,
  type StyleProblemCode,
  styleFields,
} from './presets/style.ts';
export { createStyleStore, type StyleStore, type StylesView } from './presets/style-store.ts';
export { styleToText } from './presets/style-text.ts';
export type { SettingsProblem, SettingsProblemCode } from './problem.ts';
export type { KnownNames, Limits, NumberRow, Row } from './row.ts';
export { SHORTEST_PASSPHRASE } from './sealing/passphrase-key.ts';
export { createPuterUse, type Forgotten, type PuterUse } from './secrets/puter-use.ts';
export { type AboutSecret, parseSecrets, type Renewal, type Secret } from './secrets/secret.ts';
export { createSecretStore, type Lock, LockedError, type SecretStore } from './secrets/secret-store.ts';
export { createSettingsStore, type SettingsState, type SettingsStore } from './settings-store.ts';
export { HUGGING_FACE_SOURCE, type SourceSetting } from './source-setting.ts';
export type { SyncChoice } from './sync/first-choice.ts';
export type { SyncArea } from './sync/push-items.ts';
export { createSettingsSync, type SettingsSync, type SyncStatus } from './sync/settings-sync.ts';
export type { LeftBehind } from './sync/sync-names.ts';
export {
  endpointToken,
  isBoundTo,
  originOf,
  type Secrets,
  slotOfProvider,
  slotUrl,
  type TokenSlot,
  takesEndpointToken,
  tokenBoundTo,
} from './token-slots.ts';
export { type ProviderSettings, providersInOrder, usableProviders } from './usable-providers.ts';
