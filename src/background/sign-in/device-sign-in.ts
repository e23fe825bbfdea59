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
  /** What pages show of it may have changed. */
  changed(): void;
  /** A token was saved. */
  connected(secret: Secret): Promise<void>;
}

export interface DeviceSignIn {
  view(): Promise<SignInView>;
  /** Gets a code, unless one is being waited with. False when none was given. */
  start(): Promise<boolean>;
  /** Ends it, or forgets how the last one ended. */
  cancel(): Promise<void>;
  /** Asks whether the user has let it in, where it is time to. Never rejects. */
  ask(): Promise<void>;
}

/** RFC 8628, section 3.5: after `slow_down`, and after no answer, this much more time lies between two questions. */
const SLOWER_MS = 5_000;
const LONGEST_INTERVAL_MS = 60_000;

/**
 * The sign-in by a code (RFC 8628). It goes on in the background while the page is closed: a timer while the worker lives, an
 * alarm in the next one.
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

  /** Changes the state while it is still this sign-in; false when the user ended it meanwhile. */
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
    // Longer than the time between two questions: the clock was put back, and says nothing.
    if (early > 0 && early <= before.intervalMs) return askIn(early);
    // Once more than its life has room for: the service's word counts, and it may know of a longer one.
    if (before.leftMs < 0) return void (await whileStill(before, () => end({ step: 'expired' })));
    const asked: WaitingSignIn = {
      ...before,
      leftMs: before.leftMs - before.intervalMs,
      nextAt: clock.now() + before.intervalMs,
    };
    // Written before the question, so that a worker that dies over it does not ask again too soon.
    if (!(await whileStill(before, () => states.write(asked)))) return;
    // What is given while nothing can be saved would be lost.
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
    // Nobody wants it any more, or it could not be kept: it shall open nothing.
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
        // Storage failed: the alarm comes again.
        askIn(SLOWER_MS);
      } finally {
        asking = false;
      }
    },
  };
}

/** How it ended, by the code of RFC 8628. */
const STEPS: Record<string, 'expired' | 'denied'> = { expired_token: 'expired', access_denied: 'denied' };
