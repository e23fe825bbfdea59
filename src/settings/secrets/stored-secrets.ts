import type { StorageArea } from '../../storage/area.ts';
import type { SessionArea } from './kept-key.ts';
import type { PassphraseRecord } from './passphrase-record.ts';

export const SECRETS_KEY = 'secrets';
/** Where a stored value that is no record of secrets is set aside when a secret is saved over it. */
export const RESCUED_KEY = 'secrets:rescued';

/** The stored content of each slot, as it is. */
export interface StoredSecrets {
  slots: Map<string, unknown>;
  passphrase?: PassphraseRecord;
  /** The stored value, if it is no record. */
  unreadable?: unknown;
}

export interface SecretPorts {
  area: Pick<StorageArea, 'get' | 'set' | 'remove'>;
  session: SessionArea;
  /** PBKDF2's count, for tests alone: fewer rounds are weaker. */
  iterations?: number;
}
