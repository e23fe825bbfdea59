import type { StorageArea } from '../../storage/area.ts';
import type { SessionArea } from './kept-key.ts';
import type { PassphraseRecord } from './passphrase-record.ts';

export const SECRETS_KEY = 'secrets';
/** Where something that is no record of secrets is set aside when one is saved over it. */
export const RESCUED_KEY = 'secrets:rescued';

/** What is stored, slot by slot, as it lies there. */
export interface StoredSecrets {
  slots: Map<string, unknown>;
  passphrase?: PassphraseRecord;
  /** What lies in the record's place and is none. */
  unreadable?: unknown;
}

export interface SecretPorts {
  area: Pick<StorageArea, 'get' | 'set' | 'remove'>;
  session: SessionArea;
  /** PBKDF2's count, for tests alone: fewer rounds are weaker. */
  iterations?: number;
}
