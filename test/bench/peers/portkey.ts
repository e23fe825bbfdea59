import { spawn } from 'node:child_process';
import { type AddressInfo, createServer } from 'node:net';
import type { Lab } from '../../lab/lab.ts';
import { pictureFor } from '../../lab/pictures/picture-for.ts';

const GATEWAY = new URL('../node_modules/@portkey-ai/gateway/build/start-server.js', import.meta.url)
  .pathname;
const MODEL = 'black-forest-labs/FLUX.1-schnell';

/** The names under which the gateway finds the lab: two, so that no connection serves both services. */
export const PORTKEY_PRIMARY = 'localhost';
export const PORTKEY_FALLBACK = '127.0.0.1';

/** Has the lab answer the gateway's fallback with a picture, as OpenAI does. */
export function answerPortkey(lab: Lab): void {
  lab.answer({ host: PORTKEY_FALLBACK, method: 'POST' }, [
    (request) => ({
      status: 200,
      headers: { connection: 'close' },
      json: { data: [{ b64_json: pictureFor(request).toString('base64') }] },
    }),
  ]);
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}

async function startGateway(port: number) {
  const child = spawn(process.execPath, [GATEWAY, `--port=${port}`, '--headless'], {
    // The lab's certificate is made when the lab starts, so no program trusts it.
    env: { ...process.env, NODE_TLS_REJECT_UNAUTHORIZED: '0', NODE_ENV: 'production' },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const stop = () => void child.kill('SIGKILL');
  process.once('exit', stop);
  const close = () =>
    new Promise<void>((resolve) => {
      if (child.exitCode !== null) return resolve();
      child.once('exit', () => resolve());
      stop();
    });
  for (let tries = 0; tries < 300; tries += 1) {
    const answer = await fetch(`http://127.0.0.1:${port}/`).catch(() => undefined);
    if (answer?.ok) return { close };
    if (child.exitCode !== null) break;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  await close();
  throw new Error("Portkey's gateway did not start");
}

/**
 * Portkey's gateway as a process of its own on this machine. It supports neither Puter nor the picture routes
 * of Hugging Face: both of its services are addresses of the lab that speak as OpenAI does.
 */
export async function startPortkey(labPort: number) {
  const port = await freePort();
  const gateway = await startGateway(port);
  const target = (host: string) => ({
    provider: 'openai',
    api_key: 'key',
    custom_host: `https://${host}:${labPort}/v1`,
  });
  const config = {
    strategy: { mode: 'fallback' },
    targets: [target(PORTKEY_PRIMARY), target(PORTKEY_FALLBACK)],
  };
  async function run(prompt: string): Promise<Uint8Array> {
    const response = await fetch(`http://127.0.0.1:${port}/v1/images/generations`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-portkey-config': JSON.stringify(config) },
      body: JSON.stringify({ model: MODEL, prompt, response_format: 'b64_json' }),
    });
    if (!response.ok) throw new Error(`Portkey: ${response.status} ${await response.text()}`);
    const answer = (await response.json()) as { data?: { b64_json?: string }[] };
    return Buffer.from(answer.data?.[0]?.b64_json ?? '', 'base64');
  }
  return { run, close: gateway.close };
}
