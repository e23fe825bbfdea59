/** What a change listener is told: the keys that changed, each with what lies there now. */
export type StorageChanges = Record<string, { newValue?: unknown }>;

/** The part of `browser.storage.local` that is used. Pages hand in the same area to watch it. */
export interface StorageArea {
  get(keys: null | string | string[]): Promise<Record<string, unknown>>;
  set(items: Record<string, unknown>): Promise<void>;
  remove(keys: string | string[]): Promise<void>;
  onChanged: {
    addListener(listener: (changes: StorageChanges) => void): void;
    removeListener(listener: (changes: StorageChanges) => void): void;
  };
}
