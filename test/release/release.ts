/**
 * `npm run release -- patch` (or `minor`, `major`, `1.2.3`): writes the new version and its date down, packs, commits and tags.
 * Nothing is pushed: `git push --follow-tags` does that, and the workflow attaches the packages to the release.
 */
import { execFileSync, execSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { writeVersion } from './write-version.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const git = (...parameters: string[]) =>
  execFileSync('git', parameters, { cwd: root, encoding: 'utf8' }).trim();

let isCommitted = false;
try {
  if (git('status', '--porcelain') !== '') throw new Error('There are changes that are not committed.');
  if (git('branch', '--show-current') !== 'main') throw new Error('Releases are made from main.');
  const date = new Date().toISOString().slice(0, 10);
  const version = await writeVersion(root, process.argv[2], date);
  execSync('npm run zip', { cwd: root, stdio: 'inherit' });
  git('commit', '--all', '--message', `Version ${version}`);
  isCommitted = true;
  git('tag', '--annotate', `v${version}`, '--message', `Version ${version}`);
  console.log(`Version ${version} is committed and tagged. Publish it with: git push --follow-tags`);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  console.error(
    isCommitted
      ? 'The version is committed and not tagged. `git reset --hard HEAD~1` takes the commit back.'
      : 'Nothing was tagged. `git restore .` takes back what was written.',
  );
  process.exitCode = 1;
}
