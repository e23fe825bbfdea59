import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { startRedirectPage } from '../src/browser/isolated/redirect-page.ts';

export default defineUnlistedScript(() => {
  startRedirectPage();
});
