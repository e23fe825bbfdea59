/** The changes that a listener gets, by key: `newValue` is the stored value now, undefined when the key was removed. */
export type StorageChanges = Record<string, { newValue?: unknown }>;

/** The part of a browser storage area that is used, such as `browser.storage.local`. */
export interface StorageArea {
  get(keys: null | string | string[]): Promise<Record<string, unknown>>;
  set(items: Record<string, unknown>): Promise<void>;
  remove(keys: string | string[]): Promise<void>;
  onChanged: {
    addListener(listener: (changes: StorageChanges) => void): void;
    removeListener(listener: (changes: StorageChanges) => void): void;
  };
}
