import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { startPuterPage } from '../src/providers/puter/isolated/start-puter-page.ts';

export default defineUnlistedScript(() => {
  startPuterPage();
});
