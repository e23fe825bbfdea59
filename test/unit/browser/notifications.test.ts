import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { showNotice } from '../../../src/browser/index.ts';

interface Options {
  type: string;
  iconUrl: string;
  imageUrl?: string;
  buttons?: unknown[];
}

const notice = { id: 'job:one', title: 'Ready', message: 'a fox', picture: 'data:image/webp;base64,AA==' };
let asked: Options[] = [];

/** A browser that refuses what `refuses` says it does. */
function browserThat(refuses: (options: Options) => boolean, allowed = true) {
  vi.spyOn(fakeBrowser.permissions, 'contains').mockImplementation((async () => allowed) as never);
  vi.spyOn(fakeBrowser.notifications, 'create').mockImplementation((async (_: string, options: Options) => {
    asked.push(options);
    if (refuses(options)) throw new Error('Type error for parameter options');
    return 'job:one';
  }) as never);
}

beforeEach(() => {
  fakeBrowser.reset();
  asked = [];
});
afterEach(() => vi.restoreAllMocks());

describe('a notification', () => {
  test('has picture and button where the browser takes them', async () => {
    browserThat(() => false);
    expect(await showNotice({ ...notice, button: 'Retry' })).toBe(true);
    expect(asked).toMatchObject([
      { type: 'image', imageUrl: notice.picture, iconUrl: expect.stringContaining('/icon/128.png') },
    ]);
    expect(asked[0]?.buttons).toEqual([{ title: 'Retry' }]);
  });

  // "Property "buttons" is unsupported by Firefox": one property too many, and nothing is shown at all.
  test('comes without what the browser refuses, rather than not at all', async () => {
    browserThat(({ type, buttons }) => type === 'image' || buttons !== undefined);
    expect(await showNotice({ ...notice, button: 'Retry' })).toBe(true);
    expect(asked.at(-1)).toMatchObject({ type: 'basic', iconUrl: notice.picture });
    expect(asked.at(-1)?.buttons).toBeUndefined();
  });

  // "Unable to download all specified images": a picture that cannot be read must not swallow the news.
  test('comes with our own sign where its picture cannot be read', async () => {
    browserThat(({ imageUrl, iconUrl }) => imageUrl !== undefined || iconUrl === notice.picture);
    expect(await showNotice(notice)).toBe(true);
    expect(asked.at(-1)?.iconUrl).toContain('/icon/128.png');
  });

  test('is not tried without the permission', async () => {
    browserThat(() => false, false);
    expect(await showNotice(notice)).toBe(false);
    expect(asked).toEqual([]);
  });
});
