import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';

/** A popup as small as Preact makes it: one text field, focused. */
const PAGE = `
  import { h, render } from 'preact';
  render(h('textarea', { ref: (field) => field?.focus() }), document.body);`;

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

async function bundlePage(): Promise<string> {
  const entry = 'virtual:page';
  const built = await build({
    configFile: false,
    logLevel: 'silent',
    plugins: [
      {
        name: 'page',
        resolveId: (id) => (id === entry ? id : undefined),
        load: (id) => (id === entry ? PAGE : undefined),
      },
    ],
    build: { write: false, lib: { entry, formats: ['es'], fileName: 'popup' } },
  });
  const [chunk] = [built].flat().flatMap((result) => ('output' in result ? result.output : []));
  if (chunk?.type !== 'chunk') throw new Error('The empty page was not built');
  return chunk.code;
}

/** Lends the folder of an extension that does as little as one can: what ours is held against. */
export async function withEmptyExtension<Value>(work: (folder: string) => Promise<Value>): Promise<Value> {
  const folder = await mkdtemp(join(tmpdir(), 'understudy-empty-'));
  try {
    const files = { ...FILES, 'popup.js': await bundlePage() };
    for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
