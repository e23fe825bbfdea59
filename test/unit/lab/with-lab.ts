import { afterAll, afterEach, beforeAll } from 'vitest';
import { type Lab, startLab } from '../../lab/lab.ts';

/** One lab for a test file, as new for every test. The returned function gives it once it runs. */
export function withLab(): () => Lab {
  let lab: Lab | undefined;
  beforeAll(async () => {
    lab = await startLab();
  });
  afterEach(() => lab?.reset());
  afterAll(() => lab?.close());
  return () => {
    if (lab === undefined) throw new Error('The lab runs inside tests only');
    return lab;
  };
}
