/** `npm run zip`: builds both targets and writes the packages for the stores into `.output`. */
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { buildAll } from './build-all.ts';
import { makePackages } from './make-packages.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const { version } = JSON.parse(await readFile(`${root}package.json`, 'utf8'));

await buildAll(root);
for (const { name, sha256 } of await makePackages(root, version, process.env))
  console.log(`.output/${name}\n  SHA-256 ${sha256}`);
