import { beforeEach, describe, expect, test } from 'vitest';
import type { Location } from '../../../../src/hub/types.ts';
import type { Ask, ChainEvent, Problem } from '../../../../src/messages/index.ts';
import type { Port } from '../../../../src/ui/lookup/chain-client.ts';
import { type ChainAsker, createChainAsker } from '../../../../src/ui/lookup/chain-run.ts';

interface FakePort extends Port {
  sent: unknown[];
  open: boolean;
  say(event: ChainEvent): void;
  drop(): void;
}

let ports: FakePort[];
let refusal: Problem | undefined;
let asker: ChainAsker;

function openPort(): FakePort {
  const listeners: ((message: unknown) => void)[] = [];
  const drops: (() => void)[] = [];
  const port: FakePort = {
    sent: [],
    open: true,
    postMessage: (message) => void port.sent.push(message),
    disconnect: () => {
      port.open = false;
    },
    onMessage: { addListener: (listener) => void listeners.push(listener) },
    onDisconnect: { addListener: (listener) => void drops.push(listener) },
    say: (event) => {
      for (const listener of listeners) listener(event);
    },
    drop: () => {
      for (const listener of drops) listener();
    },
  };
  ports.push(port);
  return port;
}

const ask = (async (_name: string, { text }: { text: string }) =>
  refusal
    ? { ok: false, problem: refusal }
    : { ok: true, value: { repository: { type: 'model', id: text } } }) as unknown as Ask;

const attempt = (source: string, verdict: 'absent' | 'present'): ChainEvent => ({
  kind: 'attempt',
  attempt: { source, verdict },
});
const location: Location = {
  outcome: 'not-found',
  alternatives: [],
  fromCache: false,
  attempts: [{ source: 'lab', verdict: 'absent' }],
};

beforeEach(() => {
  ports = [];
  refusal = undefined;
  asker = createChainAsker({ ask, connect: openPort });
});

test('asks through a port and keeps each answer, the last word of a source counting', async () => {
  await asker.start('acme/fox', 'dataset', true);
  const [port] = ports;
  expect(port?.sent).toEqual([{ repository: { type: 'dataset', id: 'acme/fox' }, fresh: true }]);
  port?.say(attempt('lab', 'absent'));
  port?.say(attempt('hf', 'absent'));
  port?.say(attempt('lab', 'present'));
  expect(asker.run.value?.attempts.map(({ source, verdict }) => `${source} ${verdict}`)).toEqual([
    'hf absent',
    'lab present',
  ]);
});

test('the location ends it, and closes the port', async () => {
  await asker.start('acme/fox', 'model', false);
  ports[0]?.say({ kind: 'location', location });
  expect(asker.run.value).toMatchObject({ phase: 'answered', location, attempts: location.attempts });
  expect(ports[0]?.open).toBe(false);
});

test('text that is no repository opens no port', async () => {
  refusal = { code: 'REPOSITORY_INVALID' };
  await asker.start('??', 'model', false);
  expect(asker.run.value).toMatchObject({ phase: 'refused', problem: refusal });
  expect(ports).toHaveLength(0);
});

test('a port that drops before the end is an interruption, one that drops after it is not', async () => {
  await asker.start('acme/fox', 'model', false);
  ports[0]?.drop();
  expect(asker.run.value?.phase).toBe('interrupted');
  await asker.start('acme/fox', 'model', false);
  ports[1]?.say({ kind: 'location', location });
  ports[1]?.drop();
  expect(asker.run.value?.phase).toBe('answered');
});

describe('cancel', () => {
  test('closes the port; what still comes is not heard', async () => {
    await asker.start('acme/fox', 'model', false);
    asker.cancel();
    expect(ports[0]?.open).toBe(false);
    ports[0]?.say({ kind: 'location', location });
    expect(asker.run.value).toMatchObject({ phase: 'cancelled', attempts: [] });
  });

  test('while the text is still being understood, nothing is opened afterwards', async () => {
    const starting = asker.start('acme/fox', 'model', false);
    asker.cancel();
    await starting;
    expect(asker.run.value?.phase).toBe('cancelled');
    expect(ports).toHaveLength(0);
  });

  test('after the end it changes nothing', async () => {
    await asker.start('acme/fox', 'model', false);
    ports[0]?.say({ kind: 'location', location });
    asker.cancel();
    expect(asker.run.value?.phase).toBe('answered');
  });
});

test('a new asking ends the one before, whose late answers are not heard', async () => {
  await asker.start('acme/fox', 'model', false);
  await asker.start('acme/owl', 'model', false);
  expect(ports[0]?.open).toBe(false);
  ports[0]?.say(attempt('lab', 'present'));
  expect(asker.run.value).toMatchObject({ repository: { id: 'acme/owl' }, attempts: [] });
});
