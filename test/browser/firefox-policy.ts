import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * A home folder for a Firefox that finds in it what an administrator set for an extension (`storage.managed`). On Linux
 * only: elsewhere the place does not follow the environment.
 */
export async function makeHomeWithPolicy(geckoId: string, data: object): Promise<string> {
  const home = await mkdtemp(join(tmpdir(), 'understudy-firefox-'));
  const folder = join(home, '.mozilla', 'managed-storage');
  await mkdir(folder, { recursive: true });
  const manifest = { name: geckoId, description: 'What an administrator set', type: 'storage', data };
  await writeFile(join(folder, `${geckoId}.json`), JSON.stringify(manifest));
  return home;
}
