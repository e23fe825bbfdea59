import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Writes into a fresh profile that the user allowed these origins, and notifications, before. Chromium then
 * grants them without its dialog, which no test can click, but as ever only once the extension asks inside a
 * click.
 */
export async function grantOrigins(
  userDataDir: string,
  extensionId: string,
  origins: string[],
): Promise<void> {
  const file = join(userDataDir, 'Default', 'Preferences');
  if (existsSync(file)) return;
  const granted = {
    api: ['notifications'],
    explicit_host: origins,
    manifest_permissions: [],
    scriptable_host: [],
  };
  const settings = {
    // The user lets it into private windows, too.
    [extensionId]: { granted_permissions: granted, runtime_granted_permissions: granted, incognito: true },
  };
  await mkdir(join(userDataDir, 'Default'), { recursive: true });
  await writeFile(file, JSON.stringify({ extensions: { settings } }));
}
