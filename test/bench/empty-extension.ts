import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundle } from './bundle.ts';

const FILES = {
  'manifest.json': JSON.stringify({
    manifest_version: 3,
    name: 'Empty',
    version: '1',
    action: { default_popup: 'popup.html' },
    background: { service_worker: 'worker.js' },
  }),
  'popup.html': '<!doctype html><title>Empty</title><body><script type="module" src="/popup.js"></script>',
  'worker.js': 'chrome.runtime.onMessage.addListener((_message, _sender, reply) => reply({ ok: true }));',
};

/** Makes a folder with a minimal extension, to compare ours with, for as long as `work` runs. */
export async function withEmptyExtension<Value>(work: (folder: string) => Promise<Value>): Promise<Value> {
  const folder = await mkdtemp(join(tmpdir(), 'understudy-empty-'));
  try {
    const files = { ...FILES, 'popup.js': await bundle('empty-popup') };
    for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
