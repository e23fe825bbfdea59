import type { SignInView } from '../../messages/index.ts';
import { askForToken, type TokenAnswer } from '../../providers/huggingface/sign-in/ask-for-token.ts';
import type { OauthPorts } from '../../providers/huggingface/sign-in/ask-oauth.ts';
import { askForCode } from '../../providers/huggingface/sign-in/device-code.ts';
import { revoke } from '../../providers/huggingface/sign-in/revoke.ts';
import type { Secret, SecretStore } from '../../settings/index.ts';
import { createOneAtATime } from '../../storage/one-at-a-time.ts';
import { type SignInState, type SignInStates, toSignInView, type WaitingSignIn } from './sign-in-state.ts';

export interface DeviceSignInPorts {
  oauth: OauthPorts;
  clock: { now(): number };
  randomId(): string;
  states: SignInStates;
  secrets: Pick<SecretStore, 'read' | 'save'>;
  /** Calls `ask` after this time, in this worker or the next one; undefined: not at all. */
  alarm(delayMs: number | undefined): void;
  keepAlive(): () => void;
  /** Called when the state that pages show may have changed. */
  changed(): void;
  /** Called after a token was saved. */
  connected(secret: Secret): Promise<void>;
}

export interface DeviceSignIn {
  view(): Promise<SignInView>;
  /** Gets a code for the user to type, unless a sign-in is under way. False when the service gave no code. */
  start(): Promise<boolean>;
  /** Ends the sign-in, or forgets how the last one ended. */
  cancel(): Promise<void>;
  /** Asks the service whether the user has confirmed the code, if the next question is due. Never rejects. */
  ask(): Promise<void>;
}

/** RFC 8628, section 3.5: after `slow_down`, and after no answer, the time between two questions grows by this much. */
const SLOWER_MS = 5_000;
const LONGEST_INTERVAL_MS = 60_000;

/**
 * Creates the sign-in by a code that the user types at the service (RFC 8628, device flow). It goes on in the background while
 * the page is closed: an alarm asks again, in a new worker if this one was killed.
 */
export function createDeviceSignIn(ports: DeviceSignInPorts): DeviceSignIn {
  const { oauth, clock, states, secrets } = ports;
  const oneAtATime = createOneAtATime();
  let starting: Promise<boolean> | undefined;
  let asking = false;
  let release: (() => void) | undefined;

  function askIn(delayMs: number | undefined) {
    if (delayMs === undefined) {
      release?.();
      release = undefined;
    } else release ??= ports.keepAlive();
    ports.alarm(delayMs);
  }

  async function end(next: SignInState | undefined) {
    await states.write(next);
    askIn(undefined);
    ports.changed();
  }

  async function begin(): Promise<boolean> {
    if ((await states.read())?.step === 'waiting') return true;
    const code = await askForCode(oauth);
    if (!code) return false;
    const nextAt = clock.now() + code.intervalMs;
    const { lifeMs: leftMs, ...shown } = code;
    await states.write({ step: 'waiting', ...shown, leftMs, nextAt });
    askIn(code.intervalMs);
    ports.changed();
    return true;
  }

  /** Runs `act` if the sign-in `asked` is still under way; false when the user ended it meanwhile. */
  const whileStill = (asked: WaitingSignIn, act: (now: WaitingSignIn) => Promise<void>) =>
    oneAtATime(async () => {
      const now = await states.read();
      if (now?.step !== 'waiting' || now.deviceCode !== asked.deviceCode) return false;
      await act(now);
      return true;
    });

  async function askOnce(): Promise<void> {
    const before = await states.read();
    if (before?.step !== 'waiting') return askIn(undefined);
    const early = before.nextAt - clock.now();
    // More than the time between two questions means that the clock was put back: then the question is asked now.
    if (early > 0 && early <= before.intervalMs) return askIn(early);
    // `leftMs` is negative only after one question past the code's lifetime: the service may have given it longer.
    if (before.leftMs < 0) return void (await whileStill(before, () => end({ step: 'expired' })));
    const asked: WaitingSignIn = {
      ...before,
      leftMs: before.leftMs - before.intervalMs,
      nextAt: clock.now() + before.intervalMs,
    };
    // Written before the question, so that a worker that dies over it does not ask again too soon.
    if (!(await whileStill(before, () => states.write(asked)))) return;
    // While the tokens are locked the service is not asked: a token that it gave could not be saved.
    const isLocked = (await secrets.read()).lock === 'locked';
    const answer: TokenAnswer = isLocked ? { kind: 'pending' } : await askForToken(before.deviceCode, oauth);
    await heard(asked, answer);
  }

  async function heard(asked: WaitingSignIn, answer: TokenAnswer): Promise<void> {
    if (answer.kind === 'token') return heardToken(asked, answer);
    await whileStill(asked, async (now) => {
      if (answer.kind === 'refused') return end({ step: STEPS[answer.error] ?? 'failed' });
      const more = answer.kind === 'slower' ? SLOWER_MS : 0;
      const intervalMs = Math.min(now.intervalMs + more, LONGEST_INTERVAL_MS);
      if (more > 0) await states.write({ ...now, intervalMs, nextAt: clock.now() + intervalMs });
      askIn(intervalMs);
    });
  }

  async function heardToken(asked: WaitingSignIn, answer: TokenAnswer & { kind: 'token' }): Promise<void> {
    const { token, refreshToken, lifeMs, mayInfer } = answer;
    const secret: Secret = {
      token,
      verdict: mayInfer ? 'unchecked' : 'lacks-permission',
      signedIn: true,
      ...(refreshToken !== undefined && {
        renewal: { grant: ports.randomId(), refreshToken, expiresAt: clock.now() + lifeMs },
      }),
    };
    let isSaved = false;
    const wasWanted = await whileStill(asked, async () => {
      isSaved = await secrets.save('huggingface', secret).then(
        () => true,
        () => false,
      );
      await end(isSaved ? undefined : { step: 'not-saved' });
    });
    if (wasWanted && isSaved) return ports.connected(secret);
    // The user ended the sign-in meanwhile, or the token could not be saved: it is revoked.
    if (refreshToken !== undefined) await revoke(refreshToken, oauth);
  }

  return {
    view: async () => toSignInView(await states.read()),
    start() {
      starting ??= begin().finally(() => {
        starting = undefined;
      });
      return starting;
    },
    cancel: () => oneAtATime(() => end(undefined)),
    async ask() {
      if (asking) return;
      asking = true;
      try {
        await askOnce();
      } catch {
        // Storage failed: the question is asked again later.
        askIn(SLOWER_MS);
      } finally {
        asking = false;
      }
    },
  };
}

/** How a sign-in ended, by the error codes of RFC 8628, section 3.5. */
const STEPS: Record<string, 'expired' | 'denied'> = { expired_token: 'expired', access_denied: 'denied' };
