import { spawn } from 'node:child_process';
import { join } from 'node:path';

/** Runs a program of Node in a folder. Throws when it ends with an error. */
export async function runNode(folder: string, script: string, ...parameters: string[]): Promise<void> {
  const code = await new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [script, ...parameters], { cwd: folder, stdio: 'inherit' });
    child.on('error', reject);
    child.on('exit', resolve);
  });
  if (code !== 0) throw new Error(`${[script, ...parameters].join(' ')} ended with ${code}`);
}

/** Builds the extension for both browsers into `.output`. */
export async function buildAll(root: string): Promise<void> {
  const wxt = join(root, 'node_modules', 'wxt', 'bin', 'wxt.mjs');
  await runNode(root, wxt, 'build');
  await runNode(root, wxt, 'build', '-b', 'firefox');
}
