import { type ClientHttp2Session, connect, constants } from 'node:http2';
import { connect as connectTls } from 'node:tls';
import { expect, onTestFinished, test } from 'vitest';
import { withLab } from './with-lab.ts';

const host = 'router.huggingface.co';
const path = '/hf-inference/models/stabilityai/stable-diffusion-3-medium-diffusers';
const lab = withLab();

/** A connection as a browser has one: by the host's name, over HTTP/2. */
function open(): ClientHttp2Session {
  const options = { port: lab().port, host: '127.0.0.1', servername: host, ALPNProtocols: ['h2'] };
  const session = connect(`https://${host}`, {
    createConnection: () => connectTls({ ...options, rejectUnauthorized: false }),
  });
  session.on('error', () => {});
  onTestFinished(() => session.destroy());
  return session;
}

function ask(session: ClientHttp2Session) {
  const stream = session.request({
    ':method': 'POST',
    ':path': path,
    ':authority': host,
    authorization: 'Bearer hf_sample',
    'content-type': 'application/json',
  });
  stream.end(JSON.stringify({ inputs: 'a red fox', parameters: { width: 64, height: 64 } }));
  const ended = new Promise<{ status: number; announced: number; bytes: number; code: number }>((resolve) => {
    let [status, announced, bytes] = [0, 0, 0];
    stream.on('response', (headers) => {
      status = headers[':status'] ?? 0;
      announced = Number(headers['content-length']);
    });
    stream.on('data', (chunk) => {
      bytes += chunk.length;
    });
    stream.on('error', () => {});
    stream.on('close', () => resolve({ status, announced, bytes, code: stream.rstCode }));
  });
  return { stream, ended };
}

test('several requests come over one connection, and the log says which came first', async () => {
  const session = open();
  for (let round = 0; round < 3; round += 1) {
    const { status, bytes, announced } = await ask(session).ended;
    expect({ status, isWhole: bytes === announced }).toEqual({ status: 200, isWhole: true });
  }
  expect(lab().log.map(({ connection }) => connection)).toEqual(
    [0, 1, 2].map((served) => ({ protocol: 'h2', served })),
  );
  expect(lab().log.map(({ headers, closedEarly }) => [headers.host, closedEarly])).toEqual(
    Array(3).fill([host, false]),
  );
});

test('drop breaks one request off, and the connection serves the next', async () => {
  lab().answer({ host }, ['drop', 'pass']);
  const session = open();
  expect(await ask(session).ended).toMatchObject({ status: 0, code: constants.NGHTTP2_INTERNAL_ERROR });
  expect(await ask(session).ended).toMatchObject({ status: 200 });
  expect(lab().log.map(({ connection, closedEarly }) => [connection.served, closedEarly])).toEqual([
    [0, false],
    [1, false],
  ]);
});

test('reset-reused lets the first request of a connection pass, and resets it at the next', async () => {
  lab().answer({ host }, ['reset-reused']);
  const session = open();
  expect((await ask(session).ended).status).toBe(200);
  const gone = new Promise((resolve) => session.once('close', resolve));
  expect((await ask(session).ended).status).toBe(0);
  await gone;
  expect(lab().requestsTo(host)).toHaveLength(2);
  expect((await ask(open()).ended).status).toBe(200);
});

test('truncate announces more than it sends, and leaves the connection', async () => {
  lab().answer({ host }, ['truncate', 'pass']);
  const session = open();
  const { status, bytes, announced } = await ask(session).ended;
  expect(status).toBe(200);
  expect(bytes).toBeLessThan(announced);
  expect((await ask(session).ended).status).toBe(200);
  expect(lab().log.map(({ closedEarly }) => closedEarly)).toEqual([false, false]);
});

test('a client that aborts one request of a connection is noticed, and the others go on', async () => {
  lab().answer({ host }, ['hang', 'pass']);
  const session = open();
  const leaving = ask(session);
  await lab().waitForRequest(() => true);
  leaving.stream.close(constants.NGHTTP2_CANCEL);
  await lab().waitForRequest(({ closedEarly }) => closedEarly);
  expect((await ask(session).ended).status).toBe(200);
  expect(lab().log.map(({ closedEarly }) => closedEarly)).toEqual([true, false]);
});

test('a client that aborts a large answer goes on over the same connection', async () => {
  const text = 'x'.repeat(50_000_000);
  lab().answer({ host }, [{ status: 200, text }, { status: 200, text }, 'pass']);
  const session = open();
  const left = ask(session);
  left.stream.once('data', () => left.stream.close(constants.NGHTTP2_CANCEL));
  await left.ended;
  expect((await ask(session).ended).bytes).toBe(text.length);
  expect((await ask(session).ended).status).toBe(200);
  expect(lab().log.map(({ closedEarly }) => closedEarly)).toEqual([true, false, false]);
});

test('a host of which that is wanted speaks HTTP/1.1 alone', async () => {
  lab().http1Hosts.add(host);
  const protocolOf = (servername: string) =>
    new Promise((resolve) => {
      const socket = connectTls({
        ...{ port: lab().port, host: '127.0.0.1', servername, rejectUnauthorized: false },
        ALPNProtocols: ['h2', 'http/1.1'],
      });
      socket.on('secureConnect', () => {
        resolve(socket.alpnProtocol);
        socket.destroy();
      });
    });
  expect([await protocolOf(host), await protocolOf('api.puter.com')]).toEqual(['http/1.1', 'h2']);
});

test('after reset() every client starts a new connection', async () => {
  const session = open();
  await ask(session).ended;
  const gone = new Promise((resolve) => session.once('close', resolve));
  lab().reset();
  await gone;
});
