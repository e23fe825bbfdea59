import { createServer, type RequestListener } from 'node:http';
import { beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest';
import { loadPuterClient } from '../../../../src/providers/puter/load-client.ts';
import { PuterProvider } from '../../../../src/providers/puter/provider.ts';
import { json, never, PICTURE, PLAIN, picture, puterOver, TOKEN } from './stand-in.ts';

// Evaluating puter.js is part of an attempt's time: on a busy machine it alone could use up a short one.
beforeAll(() => loadPuterClient());

/** Resolves when all pending callbacks have run. */
async function afterwards() {
  for (let turn = 0; turn < 10; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}

/** A real server on loopback, reached by a real fetch under Puter's address. */
async function puterAt(answer: RequestListener) {
  const server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  const origin = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
  const asked: string[] = [];
  const throughLoopback = (url: string, init?: RequestInit) => {
    asked.push(url);
    return fetch(url.replace('https://api.puter.com', origin), init);
  };
  return { asked, provider: new PuterProvider({ fetch: throughLoopback, token: TOKEN }) };
}

describe('a service that', () => {
  /** Starts an attempt, and ends its time limit once the service has the request, independent of the machine's speed. */
  async function untilTimeout(provider: PuterProvider, arrived: Promise<void>) {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    onTestFinished(() => void vi.useRealTimers());
    const done = provider.generate('a cat', { ...PLAIN, timeout: 1500 });
    await arrived;
    await vi.advanceTimersByTimeAsync(1500);
    return done;
  }

  test('never answers is given up after the time-out, and the connection closed', async () => {
    const [arrived, closed] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const { provider } = await puterAt((request) => {
      request.socket.on('close', () => closed.resolve());
      arrived.resolve();
    });
    const { error } = await untilTimeout(provider, arrived.promise);
    expect(error).toEqual({ code: 'TIMEOUT', message: 'Puter API timeout', shouldFallback: true });
    await closed.promise;
  });

  test('stalls in the middle of the body is given up too', async () => {
    const [arrived, closed] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const { provider } = await puterAt((request, response) => {
      request.socket.on('close', () => closed.resolve());
      response.writeHead(200, { 'content-type': 'application/json' });
      response.write('{"success":true,"result":"data:image/png;base64,', () => arrived.resolve());
    });
    expect((await untilTimeout(provider, arrived.promise)).error?.code).toBe('TIMEOUT');
    await closed.promise;
  });

  test('resets the connection', async () => {
    const { provider, asked } = await puterAt((request) => request.socket.destroy());
    const { error } = await provider.generate('a cat', PLAIN);
    expect(error).toMatchObject({ code: 'NETWORK_ERROR', shouldFallback: true });
    expect(asked).toHaveLength(1);
  });

  test('breaks off in the middle of the body', async () => {
    const { provider, asked } = await puterAt((_, response) => {
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': 5000 });
      response.write('{"success":true,"result":"data:image', () => response.destroy());
    });
    expect((await provider.generate('a cat', PLAIN)).error?.code).toBe('NETWORK_ERROR');
    expect(asked).toHaveLength(1);
  });

  test('redirects does not get the token carried elsewhere', async () => {
    const paths: string[] = [];
    const { provider } = await puterAt((request, response) => {
      paths.push(request.url ?? '');
      response.writeHead(307, { location: '/elsewhere' }).end();
    });
    expect((await provider.generate('a cat', PLAIN)).error?.code).toBe('NETWORK_ERROR');
    expect(paths).toEqual(['/drivers/call']);
  });
});

describe('cancel', () => {
  test('before the answer closes the connection', async () => {
    const user = new AbortController();
    const closed = Promise.withResolvers<void>();
    const { provider } = await puterAt((request) => {
      request.socket.on('close', () => closed.resolve());
      user.abort();
    });
    const { error } = await provider.generate('a cat', { ...PLAIN, signal: user.signal });
    expect(error).toEqual({ code: 'CANCELLED', message: 'Cancelled', shouldFallback: false });
    await closed.promise;
  });

  test('in the middle of the body closes it too', async () => {
    const user = new AbortController();
    const closed = Promise.withResolvers<void>();
    const { provider } = await puterAt((request, response) => {
      request.socket.on('close', () => closed.resolve());
      response.writeHead(200, { 'content-type': 'application/json' });
      response.write('{"success":true,', () => setImmediate(() => user.abort()));
    });
    const { error } = await provider.generate('a cat', { ...PLAIN, signal: user.signal });
    expect(error?.code).toBe('CANCELLED');
    await closed.promise;
  });

  test('reaches the injected fetch', async () => {
    const user = new AbortController();
    const { provider, asked } = puterOver((call) => {
      queueMicrotask(() => user.abort());
      return never(call);
    });
    const { error } = await provider.generate('a cat', { ...PLAIN, signal: user.signal });
    expect(error?.code).toBe('CANCELLED');
    expect(asked[0]?.init.signal?.aborted).toBe(true);
  });

  test('while the picture is fetched from its address', async () => {
    const user = new AbortController();
    const { provider, asked } = puterOver((call, count) => {
      if (count === 1) return picture('https://pictures.example/1.png');
      user.abort();
      return never(call);
    });
    const { error } = await provider.generate('a cat', { ...PLAIN, signal: user.signal });
    expect(error?.code).toBe('CANCELLED');
    expect(asked[1]?.init.signal?.aborted).toBe(true);
  });

  test('while puter.js is loading sends nothing', async () => {
    const user = new AbortController();
    const { promise: loaded, resolve } = Promise.withResolvers<never>();
    const { provider, asked } = puterOver(() => picture(), { loadClient: () => loaded });
    const result = provider.generate('a cat', { ...PLAIN, signal: user.signal });
    user.abort();
    expect((await result).error?.code).toBe('CANCELLED');
    const txt2img = vi.fn(() => Promise.reject(new Error('was asked')));
    resolve({ authToken: null, ai: { txt2img } } as never);
    await afterwards();
    expect(txt2img).not.toHaveBeenCalled();
    expect(asked).toHaveLength(0);
  });

  test('keeps the second id from being asked', async () => {
    const user = new AbortController();
    const { provider, asked } = puterOver(() => {
      user.abort();
      // The status decides, so the body is not read.
      return json({}, 404);
    });
    await provider.generate('a cat', { ...PLAIN, signal: user.signal });
    await afterwards();
    expect(asked).toHaveLength(1);
  });

  test('ends a fetch that ignores its signal', async () => {
    const { provider } = puterOver(() => new Promise<Response>(() => {}));
    expect((await provider.generate('a cat', { ...PLAIN, timeout: 20 })).error?.code).toBe('TIMEOUT');
  });

  test('and a time-out that is no time leaves the setting in force', async () => {
    for (const timeout of [0, -1, Number.NaN, Number.POSITIVE_INFINITY]) {
      const { provider } = puterOver(never, { config: { timeout: 30 } });
      expect((await provider.generate('a cat', { ...PLAIN, timeout })).error?.code).toBe('TIMEOUT');
      const quick = puterOver(() => picture(), { config: { timeout } });
      expect((await quick.provider.generate('a cat', PLAIN)).success).toBe(true);
    }
  });

  test('leaves no listener behind on a signal that lives on', async () => {
    const user = new AbortController();
    const counts = { added: 0, removed: 0 };
    const { signal } = user;
    const add = signal.addEventListener.bind(signal);
    const remove = signal.removeEventListener.bind(signal);
    Object.assign(signal, {
      addEventListener: (...given: Parameters<typeof add>) => {
        counts.added += 1;
        add(...given);
      },
      removeEventListener: (...given: Parameters<typeof remove>) => {
        counts.removed += 1;
        remove(...given);
      },
    });
    await puterOver(() => picture()).provider.generate('a cat', { ...PLAIN, signal });
    expect(counts).toEqual({ added: 1, removed: 1 });
  });
});

describe('several at once', () => {
  test('keep their own tokens, prompts, answers and cancels', async () => {
    const user = new AbortController();
    const gates = Promise.withResolvers<void>();
    const jobs = Array.from({ length: 12 }, (_, index) => {
      const { provider, asked } = puterOver(
        async (call) => {
          await gates.promise;
          if (index % 3 === 1) return json({ code: 'too_many_requests', message: `job ${index}` }, 429);
          return index % 3 === 2 ? never(call) : picture();
        },
        { token: `token-of-job-${index}` },
      );
      const options = index % 3 === 2 ? { ...PLAIN, signal: user.signal } : PLAIN;
      return { index, asked, result: provider.generate(`prompt ${index}`, options) };
    });
    setImmediate(() => {
      gates.resolve();
      setImmediate(() => user.abort());
    });
    for (const { index, asked, result } of jobs) {
      const { image, error } = await result;
      expect(asked.map(({ body }) => [body.auth_token, body.args?.prompt])).toEqual([
        [`token-of-job-${index}`, `prompt ${index}`],
      ]);
      if (index % 3 === 0) expect(image).toBe(PICTURE);
      if (index % 3 === 1) expect(error).toMatchObject({ code: 'RATE_LIMIT', detail: `job ${index}` });
      if (index % 3 === 2) expect(error?.code).toBe('CANCELLED');
    }
  });
});
