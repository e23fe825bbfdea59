/** Builds both targets as `npm run build` does, into the folder named on the command line. */
import { build } from 'wxt';

const [folder] = process.argv.slice(2);
if (!folder) throw new Error('Name the folder to build into.');
for (const browser of ['chrome', 'firefox'])
  await build({ browser, outDir: folder, outDirTemplate: '{{browser}}' });
