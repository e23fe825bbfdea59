import { describe } from 'vitest';
import { useFirefoxStage } from './support/firefox-stage.ts';
import { POLICY, testPolicy } from './support/policy-tests.ts';

// Elsewhere no test can put a policy where Firefox looks for it.
describe.skipIf(process.platform !== 'linux')('managed policy in Firefox', () => {
  const stage = useFirefoxStage({ policy: POLICY });
  testPolicy(stage, () => stage.firefox.answerPermissionDialog('Allow'));
});
