export type { SettingsPatch } from './check-patch.ts';
export { cleanToken } from './clean-token.ts';
export {
  type DeployerDefaults,
  layerDeployerDefaults,
  parseDeployerDefaults,
} from './deployer-defaults.ts';
export type { SettingsProblem } from './problem.ts';
export { createSecretStore, type Secret, type SecretStore } from './secrets.ts';
export {
  DEFAULT_SETTINGS,
  HUGGING_FACE_SOURCE,
  type LockName,
  ROUTE_NAMES,
  type Settings,
  type SourceSetting,
} from './settings.ts';
export { createSettingsStore, type SettingsState, type SettingsStore } from './settings-store.ts';
