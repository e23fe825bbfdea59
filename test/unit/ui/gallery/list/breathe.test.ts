import { expect, test } from 'vitest';
import { createBreathe } from '../../../../../src/ui/gallery/list/breathe.ts';

function setUp({ isHidden }: { isHidden: boolean }) {
  const done: string[] = [];
  let thumbnailsAreRead: () => void = () => undefined;
  const thumbnails = new Promise<void>((resolve) => {
    thumbnailsAreRead = resolve;
  });
  const breathe = createBreathe(
    {
      page: async () => void done.push('page'),
      thumbnails: () => {
        done.push('thumbnails');
        return thumbnails;
      },
    },
    {
      // A page that nobody sees draws no frame.
      requestFrame: (frame) => {
        done.push('frame');
        if (!isHidden) queueMicrotask(frame);
      },
      requestIdle: (idle) => {
        done.push('idle');
        idle();
      },
      // The longest wait for a frame does not come to its end here.
      setTimeout: (task, delayMs) => void (delayMs === 0 && queueMicrotask(task)),
      isHidden: () => isHidden,
    },
  );
  return { breathe, done, thumbnailsAreRead };
}

test.each([{ isHidden: false }, { isHidden: true }])(
  'more is read when the tiles are drawn and their thumbnails are there: %o',
  async (page) => {
    const { breathe, done, thumbnailsAreRead } = setUp(page);
    const breathing = breathe();
    await new Promise((resolve) => setTimeout(resolve));
    expect(done).toEqual(['page', 'frame', 'thumbnails']);
    thumbnailsAreRead();
    await breathing;
    expect(done).toEqual(['page', 'frame', 'thumbnails', 'frame', 'idle']);
  },
);
