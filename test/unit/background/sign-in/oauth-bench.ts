import { createHuggingFaceAccount } from '../../../../src/background/sign-in/hugging-face-account.ts';
import { createSignInStates } from '../../../../src/background/sign-in/sign-in-state.ts';
import { createLabOauth } from '../../../lab/huggingface/oauth.ts';
import { memoryArea } from '../../jobs/memory-area.ts';
import { secretStore } from '../../settings/secret-bench.ts';

export const HOUR_MS = 3_600_000;

/** The account over the lab's `/oauth` and a clock that is turned by hand. */
export function oauthBench() {
  const clock = { time: 1_700_000_000_000, server: 1_700_000_000_000 };
  const server = createLabOauth(() => clock.server);
  const area = memoryArea();
  const session = memoryArea();
  const memory = memoryArea();
  const secrets = secretStore(area, memory);
  const asked: { path: string; fields: URLSearchParams; init: RequestInit; at: number }[] = [];
  const state = {
    alarm: undefined as number | undefined,
    holds: 0,
    changes: 0,
    /** Comes before the server's own answer. */
    answer: undefined as (() => Promise<Response | undefined> | Response | undefined) | undefined,
    /** After the server has answered, and before that arrives. */
    arriving: undefined as (() => Promise<void> | void) | undefined,
  };
  let grants = 0;

  async function fetch(input: string, init: RequestInit = {}): Promise<Response> {
    const url = new URL(input);
    const bodyText = String(init.body);
    asked.push({ path: url.pathname, fields: new URLSearchParams(bodyText), init, at: clock.server });
    const scripted = await state.answer?.();
    if (scripted) return scripted;
    const connection = { protocol: 'h2' as const, served: 0 };
    const reply = server.handle({ method: 'POST', host: url.host, url, headers: {}, bodyText, connection });
    await state.arriving?.();
    if (reply?.json === undefined)
      return new Response(reply?.text ?? 'Not Found', { status: reply?.status ?? 404 });
    return Response.json(reply.json, { status: reply.status });
  }

  /** As a worker begins: everything but what is stored is new. */
  const build = (clientId = 'client-1') =>
    createHuggingFaceAccount({
      fetch,
      clientId,
      clock: { now: () => clock.time },
      randomId: () => `grant-${++grants}`,
      states: createSignInStates(session),
      secrets,
      alarm: (delayMs) => {
        state.alarm = delayMs;
      },
      keepAlive: () => {
        state.holds += 1;
        return () => {
          state.holds -= 1;
        };
      },
      changed: async () => {
        state.changes += 1;
      },
      check: async () => ({ verdict: 'valid', account: 'mira' }),
    });

  const pass = (ms: number) => {
    clock.time += ms;
    clock.server += ms;
  };
  const account = build();
  const signIn = account.signIn;
  if (!signIn) throw new Error('This build cannot sign in');
  /** Lets the time to the next question pass, and asks it. */
  const next = async (by = signIn) => {
    if (state.alarm === undefined) throw new Error('Nothing is asked any more');
    pass(state.alarm);
    await by.ask();
  };
  const polls = () => asked.filter(({ fields }) => fields.has('device_code'));
  const renewals = () => asked.filter(({ fields }) => fields.get('grant_type') === 'refresh_token');
  /** Signs in as a user does. */
  const connect = async () => {
    await signIn.start();
    server.allow(server.codes().at(-1) ?? '');
    await next();
  };
  return {
    account,
    signIn,
    build,
    next,
    pass,
    polls,
    renewals,
    connect,
    asked,
    clock,
    server,
    state,
    secrets,
    area,
    session,
  };
}
