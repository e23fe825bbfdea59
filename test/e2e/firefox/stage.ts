import { useFirefoxStage } from '../support/firefox-stage.ts';

/** The one Firefox in which `firefox.test.ts` runs all of its parts: starting one takes longer than most tests. */
export const stage = useFirefoxStage();
