import type { Problem } from '../../messages/index.ts';
import type { Services } from '../services.ts';
import type { Current } from '../state/current.ts';
import { hubProblem } from './hub-problem.ts';

/** A port from a page, on which answers are posted as they arrive. */
export interface Port<Event> {
  postMessage(message: Event): void;
  disconnect(): void;
  onMessage: { addListener(listener: (message: unknown) => void): void };
  onDisconnect: { addListener(listener: () => void): void };
}

interface Answering<Request, Event> {
  /** Parses a request; undefined when the message is not one. */
  parse: (message: unknown) => Request | undefined;
  subjectOf: (request: Request) => string;
  answer: (
    request: Request,
    state: Current,
    line: { post: (event: Event) => void; signal: AbortSignal },
  ) => Promise<void>;
}

/** The message that any port may post instead of an answer. */
interface ProblemEvent {
  kind: 'problem';
  problem: Problem;
}

/** Answers requests on a port with the settings at that time. When the port closes, the running request is aborted. */
export function answerPort<Request, Event>(
  port: Port<Event | ProblemEvent>,
  services: Promise<Services>,
  { parse, subjectOf, answer }: Answering<Request, Event>,
): void {
  const controller = new AbortController();
  const { signal } = controller;
  const post = (event: Event | ProblemEvent) => {
    if (!signal.aborted) port.postMessage(event);
  };
  port.onDisconnect.addListener(() => controller.abort());
  port.onMessage.addListener((message) => void receive(message));

  async function receive(message: unknown): Promise<void> {
    const request = parse(message);
    if (request === undefined) return post({ kind: 'problem', problem: { code: 'BAD_MESSAGE' } });
    const { current, keepAlive } = await services;
    const release = keepAlive();
    try {
      const state = await current().catch(() => undefined);
      if (!state) return post({ kind: 'problem', problem: { code: 'STORAGE_FAILED' } });
      await answer(request, state, { post, signal });
    } catch (thrown) {
      post({ kind: 'problem', problem: hubProblem(thrown, subjectOf(request)) });
    } finally {
      release();
    }
  }
}
