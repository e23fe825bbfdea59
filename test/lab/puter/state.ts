/** How the lab's Puter behaves; tests change it, `lab.reset()` restores it. */
export interface PuterState {
  /** What the sign-in page does: sends the user back with a token, sends them back without one, or asks. */
  signIn: 'allow' | 'refuse' | 'ask';
  /** The token that an allowed sign-in hands out. */
  token: string;
  /** Whether the test expects a request for /whoami; otherwise it is a violation. */
  expectsWhoAmI: boolean;
  violations: string[];
  reset(): void;
}

export function createPuterState(violations: string[]): PuterState {
  const initial = { signIn: 'allow', token: 'puter-sample-token', expectsWhoAmI: false } as const;
  const state: PuterState = {
    ...initial,
    violations,
    reset() {
      Object.assign(state, initial);
    },
  };
  return state;
}
