import { type Chromium, launchChromium } from '../browser/chromium.ts';
import { type Lab, startLab } from '../lab/lab.ts';
import { withEmptyExtension } from './empty-extension.ts';

interface Browsers {
  lab: Lab;
  /** The browser with the build that is measured. */
  ours: Chromium;
  /** The browser with the minimal extension of the folder `empty`. */
  floor: Chromium;
  empty: string;
}

/** Opens a browser with our build and one with a minimal extension, both led to one lab, for as long as `work` runs. */
export function besideEmpty<Value>(
  build: string,
  work: (browsers: Browsers) => Promise<Value>,
): Promise<Value> {
  return withEmptyExtension(async (empty) => {
    const lab = await startLab();
    const [ours, floor] = await Promise.all([
      launchChromium({ lab, extensionDir: build }),
      launchChromium({ lab, extensionDir: empty }),
    ]);
    try {
      return await work({ lab, ours, floor, empty });
    } finally {
      await Promise.all([ours.close(), floor.close()]);
      await lab.close();
    }
  });
}
