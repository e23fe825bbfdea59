export { createKeepAlive } from './keep-alive.ts';
export { openKeyValueStore } from './key-value-store.ts';
export { lockStorage } from './lock-storage.ts';
export { readManagedPolicy } from './managed-policy.ts';
export { isOriginAllowed, onOriginsChanged } from './origin-permissions.ts';
