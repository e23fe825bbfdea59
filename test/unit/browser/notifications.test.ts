import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { onNoticePressed, showNotice } from '../../../src/browser/index.ts';

interface Options {
  type: string;
  iconUrl: string;
  imageUrl?: string;
  buttons?: unknown[];
}

const notice = { id: 'job:one', title: 'Ready', message: 'a fox', picture: 'data:image/webp;base64,AA==' };
let asked: Options[] = [];

/** A browser that refuses what `refuses` says it does; Firefox alone has an event for what was shown. */
function browserThat(
  refuses: (options: Options) => boolean,
  { allowed = true, isFirefox = false }: { allowed?: boolean; isFirefox?: boolean } = {},
) {
  const onShown = isFirefox ? { addListener: () => undefined } : undefined;
  vi.spyOn(fakeBrowser.permissions, 'contains').mockImplementation((async () => allowed) as never);
  const create = async (_: string, options: Options) => {
    asked.push(options);
    if (refuses(options)) throw new Error('Type error for parameter options');
    return 'job:one';
  };
  vi.spyOn(fakeBrowser, 'notifications', 'get').mockReturnValue({ create, onShown } as never);
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

  // Firefox takes a large picture and shows none of it.
  test('has the picture as its icon in Firefox', async () => {
    browserThat(() => false, { isFirefox: true });
    expect(await showNotice({ ...notice, button: 'Retry' })).toBe(true);
    expect(asked).toHaveLength(1);
    expect(asked[0]).toMatchObject({ type: 'basic', iconUrl: notice.picture });
    expect(asked[0]?.buttons).toBeUndefined();
  });

  test('is not tried without the permission', async () => {
    browserThat(() => false, { allowed: false });
    expect(await showNotice(notice)).toBe(false);
    expect(asked).toEqual([]);
  });
});

// Firefox wakes a page for what it listened to in its first turn alone.
describe('a press on a notification', () => {
  /** An event that can be fired, as `fakeBrowser` has none of these. */
  function anEvent<Value>() {
    const listeners: ((value: Value) => void)[] = [];
    return {
      addListener: (listener: (value: Value) => void) => void listeners.push(listener),
      fire: (value: Value) => listeners.map((listener) => listener(value)),
    };
  }

  function bench({ allowed }: { allowed: boolean }) {
    const newEvents = () => ({
      onClicked: anEvent<string>(),
      onShown: anEvent<string>(),
      onClosed: anEvent<string>(),
    });
    const onAdded = anEvent<object>();
    const notifications = newEvents();
    const api = { notifications: allowed ? notifications : undefined, permissions: { onAdded } };
    vi.spyOn(fakeBrowser, 'permissions', 'get').mockReturnValue(api.permissions as never);
    vi.spyOn(fakeBrowser, 'notifications', 'get').mockImplementation(() => api.notifications as never);
    const seen = { pressed: [] as string[], holds: 0 };
    onNoticePressed(
      (id) => seen.pressed.push(id),
      () => undefined,
      () => {
        seen.holds += 1;
        let open = true;
        return () => {
          if (open) seen.holds -= 1;
          open = false;
        };
      },
    );
    const allow = (events = notifications) => {
      api.notifications = events;
      onAdded.fire({ permissions: ['notifications'] });
      return events;
    };
    return { ...notifications, seen, allow, allowAgain: () => allow(newEvents()) };
  }

  afterEach(() => vi.useRealTimers());

  test('is heard from the moment the permission is given; the page stays as long as the notification, at most minutes', () => {
    vi.useFakeTimers();
    const { onClicked, onShown, onClosed, seen, allow } = bench({ allowed: false });
    for (let times = 0; times < 2; times += 1) allow();
    for (const id of ['one', 'two', 'two']) onShown.fire(id);
    expect(seen.holds).toBe(2);
    onClicked.fire('one');
    onClosed.fire('one');
    expect(seen).toEqual({ pressed: ['one'], holds: 1 });
    vi.advanceTimersByTime(5 * 60_000);
    expect(seen.holds).toBe(0);
  });

  // Firefox lets go of all listeners with the permission, and has other events once it is given again.
  test('is heard after the permission was taken back and given again', () => {
    const { seen, allow, allowAgain } = bench({ allowed: true });
    allow();
    const { onClicked, onShown, onClosed } = allowAgain();
    onShown.fire('one');
    expect(seen.holds).toBe(1);
    onClicked.fire('one');
    onClosed.fire('one');
    expect(seen).toEqual({ pressed: ['one'], holds: 0 });
  });

  test('holds no page that listens from its first turn on', () => {
    const { onClicked, onShown, seen } = bench({ allowed: true });
    onShown.fire('one');
    onClicked.fire('one');
    expect(seen).toEqual({ pressed: ['one'], holds: 0 });
  });
});
