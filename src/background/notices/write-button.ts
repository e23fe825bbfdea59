import type { Texts } from '../../language/index.ts';
import type { ButtonState } from './badge.ts';

interface ButtonPorts {
  setBadge(text: string, ground: 'calm' | 'alarming'): void;
  /** Undefined: the title that the button has otherwise. */
  setTitle(title: string | undefined): void;
  texts(): Promise<Pick<Texts, 'say'>>;
}

const SIGNS = { none: '', made: '✓', failed: '!' } as const;

/**
 * Writes on the toolbar button, and says the same in words for whoever points at it or has it read out. Notifications may be
 * switched off here, in the browser or in the system, and no extension is told of the last: the button is there all the same.
 */
export function createButtonWriter({ setBadge, setTitle, texts }: ButtonPorts) {
  let latest: ButtonState | undefined;
  return (state: ButtonState): void => {
    const { active, unseen } = state;
    latest = state;
    setBadge(
      active > 0 ? String(active) : SIGNS[unseen],
      active === 0 && unseen === 'failed' ? 'alarming' : 'calm',
    );
    if (unseen === 'none') {
      setTitle(undefined);
      return;
    }
    void texts().then(
      // The words come later than the next state may.
      ({ say }) => latest === state && setTitle(say(`button_${unseen}`)),
      () => undefined,
    );
  };
}
