import { beforeAll, beforeEach, describe } from 'vitest';
import { setChromiumPolicy } from '../../browser/chromium-policy.ts';
import { POLICY, testPolicy } from '../support/policy-tests.ts';
import { useHubStage } from './support/hub-stage.ts';

describe('managed policy in Chromium', () => {
  const stage = useHubStage({ own: true });
  let isSet = false;

  beforeAll(async () => {
    isSet = await setChromiumPolicy(stage.chromium.browser, stage.chromium.extensionId, POLICY);
  });
  beforeEach((context) => context.skip(!isSet, 'this Chromium has no page for trying policies'));

  // Chromium was told beforehand that the user said yes.
  testPolicy(stage, async () => undefined);
});
