/**
 * What is to be seen in Firefox without an administrator's policy, a part for each file of `firefox/`. One file for vitest, so
 * that all share one browser. Last come the tests that allow notifications, which no page can take back.
 */
import './firefox/main-job.ts';
import './firefox/pages.ts';
import './firefox/passphrase.ts';
import './firefox/asks-nobody.ts';
import './firefox/redirects.ts';
import './firefox/selection.ts';
