/** The second half of `npm run zip`: packs the builds that `npm run build` left in `.output` for the stores. */
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { makePackages } from './make-packages.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const { version } = JSON.parse(await readFile(`${root}package.json`, 'utf8'));

for (const { name, sha256 } of await makePackages(root, version, process.env))
  console.log(`.output/${name}\n  SHA-256 ${sha256}`);
