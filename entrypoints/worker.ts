import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { startBackground } from '../src/background/start.ts';

/** The rest of Chromium's worker, which `background.ts` loads when it is needed. */
export default defineUnlistedScript({
  include: ['chrome'],
  main() {
    startBackground();
  },
});
