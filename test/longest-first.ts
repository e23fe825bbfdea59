import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Files that take long or wait much, the longest first. The others follow by size, as vitest sorts them. */
const LONGEST = [
  'firefox.test.ts',
  'soak.test.ts',
  'slow-answer.test.ts',
  'languages.test.ts',
  'accessibility.test.ts',
  'fallback-rules.test.ts',
  'passphrase.test.ts',
  'secrets.test.ts',
  'firefox-policy.test.ts',
  'isolation-firefox.test.ts',
  'built/packages.test.ts',
  'conformance/conformance.test.ts',
  'conformance/run.test.ts',
  'properties/hub.test.ts',
  'providers/puter/provider.test.ts',
  'cost-of-change.test.ts',
];

/**
 * Begins with the long files, so that no worker is left with a long file at the end while the others have
 * nothing to do.
 */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification) => {
      const place = LONGEST.findIndex((name) => moduleId.endsWith(`/${name}`));
      return place < 0 ? LONGEST.length : place;
    };
    const sorted = await super.sort(files);
    return sorted.toSorted((one, other) => rank(one) - rank(other));
  }
}
