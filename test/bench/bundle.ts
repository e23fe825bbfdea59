import { build } from 'vite';

/** A file of `bundles/` with all it imports, as one minified script for browsers. */
export async function bundle(name: string): Promise<string> {
  const entry = new URL(`bundles/${name}.ts`, import.meta.url).pathname;
  const built = await build({
    configFile: false,
    logLevel: 'silent',
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      write: false,
      minify: true,
      lib: { entry, formats: ['es'], fileName: 'bundle' },
      rolldownOptions: { output: { codeSplitting: false } },
    },
  });
  const chunks = [built].flat().flatMap((result) => ('output' in result ? result.output : []));
  return chunks.map((chunk) => (chunk.type === 'chunk' ? chunk.code : '')).join('\n');
}
