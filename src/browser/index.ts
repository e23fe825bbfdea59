export { createAlarm } from './alarm.ts';
export { welcomeOnInstall } from './first-install.ts';
export { startOffscreenDocument } from './isolated/offscreen-document.ts';
export { openIsolatedPage } from './isolated/open-isolated-page.ts';
export { createKeepAlive } from './keep-alive.ts';
export { openKeyValueStore } from './key-value-store.ts';
export { lockStorage } from './lock-storage.ts';
export { askManagedPolicy, createPolicyReader } from './managed-policy.ts';
export { isOriginAllowed, onOriginsChanged } from './origin-permissions.ts';
