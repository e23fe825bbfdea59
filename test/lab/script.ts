import { setTimeout as wait } from 'node:timers/promises';
import type { LabReply, LabRequest } from './exchange.ts';
import { fixture } from './fixtures.ts';
import { pictureFor } from './pictures/picture-for.ts';
import type { LineFault } from './write-reply.ts';

/**
 * One answer of a script.
 * `pass`: as if there were no script. `picture`: PNG bytes drawn from the prompt in the body. `html`: a captive
 * portal's page with 200. `hang`: never answers. `reset`: the connection is reset before a byte.
 * `reset-reused`: the same on a connection that brought a request before; over a new one, the normal answer.
 * `drop`: this one request is broken off before a byte; over HTTP/2 its connection stays, over HTTP/1.1 it is reset.
 * `truncate`, `reset-mid`, `slow-body`: the normal answer, cut in half, reset in half, or stalled after 1 KiB;
 * the long form `{ fault, of }` does that to any other step, `{ delayMs, of }` makes it late. `cors: false` leaves the CORS headers out.
 */
export type Step =
  | 'pass'
  | 'picture'
  | 'html'
  | 'hang'
  | 'reset'
  | 'reset-reused'
  | 'drop'
  | LineFault
  | { fixture: string }
  | { delayMs: number; of: Step }
  | { fault: LineFault; of: Step }
  | (LabReply & { cors?: false })
  | ((request: LabRequest) => Step | Promise<Step>);

/**
 * An answer that is given when the test says so: `step` goes into a script; `open` lets the lab answer with
 * `of`, by default as it would without a script.
 */
export function gate(of: Step = 'pass'): { step: Step; open(): void } {
  const opened = Promise.withResolvers<Step>();
  return { step: () => opened.promise, open: () => opened.resolve(of) };
}

export interface Target {
  host: string;
  /** A text the path has to start with, or an expression for path and query. */
  path?: string | RegExp;
  method?: string;
}

/** A step after its delays, functions and names are resolved. */
export type Outcome =
  | { kind: 'hang' }
  | { kind: 'reset' }
  | { kind: 'drop' }
  | { kind: 'reply'; reply: LabReply; cors: boolean; fault?: LineFault };

const captivePortal: LabReply = {
  status: 200,
  headers: { 'content-type': 'text/html' },
  text: '<!doctype html><title>Captive portal</title><p>Please sign in to this network.',
};

const reply = (answer: LabReply, cors = true): Outcome => ({ kind: 'reply', reply: answer, cors });

/** Resolves a step. `pass` gives the host's normal answer; `signal` ends delays when the client leaves. */
export async function perform(
  step: Step,
  request: LabRequest,
  pass: () => Promise<LabReply>,
  signal: AbortSignal,
): Promise<Outcome> {
  const again = (next: Step) => perform(next, request, pass, signal);
  if (typeof step === 'function') return again(await step(request));
  if (typeof step === 'object') {
    if ('delayMs' in step) {
      await wait(step.delayMs, undefined, { signal });
      return again(step.of);
    }
    if ('fault' in step) return { ...(await again(step.of)), fault: step.fault } as Outcome;
    if ('fixture' in step) return reply(fixture(step.fixture, request));
    return reply(step, step.cors !== false);
  }
  switch (step) {
    case 'pass':
      return reply(await pass());
    case 'html':
      return reply(captivePortal);
    case 'picture':
      return reply({ status: 200, headers: { 'content-type': 'image/png' }, body: pictureFor(request) });
    case 'reset-reused':
      return request.connection.served > 0 ? { kind: 'reset' } : again('pass');
    case 'hang':
    case 'reset':
    case 'drop':
      return { kind: step };
    default:
      return { ...(await again('pass')), fault: step } as Outcome;
  }
}

export interface Scripts {
  add(target: Target, steps: Step[]): void;
  /** The next step for a request; undefined when no script matches it. */
  next(request: LabRequest): Step | undefined;
  clear(): void;
}

/** The scripts in force. Of those that fit a request, the latest answers it; its last step is used for ever. */
export function createScripts(): Scripts {
  const scripts: { target: Target; steps: Step[]; used: number }[] = [];

  function fits({ host, path, method }: Target, request: LabRequest): boolean {
    if (host !== request.host) return false;
    // A browser's preflight is not the request that the test scripts.
    if (method === undefined ? request.method === 'OPTIONS' : method !== request.method) return false;
    if (path === undefined) return true;
    const { pathname, search } = request.url;
    return typeof path === 'string' ? pathname.startsWith(path) : path.test(pathname + search);
  }

  return {
    add(target, steps) {
      if (steps.length === 0) throw new Error('A script needs at least one step');
      scripts.unshift({ target, steps, used: 0 });
    },
    next(request) {
      const script = scripts.find(({ target }) => fits(target, request));
      if (script === undefined) return undefined;
      const step = script.steps[Math.min(script.used, script.steps.length - 1)];
      script.used += 1;
      return step;
    },
    clear() {
      scripts.length = 0;
    },
  };
}
