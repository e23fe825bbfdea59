import { execFile, spawn } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import type { Page } from 'puppeteer-core';
import { installWithApt } from './install-browser.ts';

/** A place on the screen, in pixels. */
export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** A virtual screen with a mouse and a keyboard, to press what a person would press. */
export interface Display {
  /** As the DISPLAY variable names it. */
  name: string;
  /** Presses the right mouse button at a point of a page, in CSS pixels from its upper left corner; waits for the menu. */
  rightClick(page: Page, point: { x: number; y: number }): Promise<void>;
  /** Presses the left mouse button at a point of a page, in CSS pixels from its upper left corner, and holds it. */
  hold(page: Page, point: { x: number; y: number }): Promise<void>;
  /** Moves the mouse to a point of a page in small steps, as a hand does. */
  carry(page: Page, point: { x: number; y: number }): Promise<void>;
  /** Lets the left mouse button go. */
  drop(): Promise<void>;
  /** Presses a key of the keyboard, by its X name: `g`, `Down`, `Return`. */
  press(key: string): Promise<void>;
  /** Clicks on Chromium's address bar, types letters that the keyboard has, and presses Enter. */
  typeInAddressBar(text: string): Promise<void>;
  /** Clicks a point of the screen. */
  click(point: { x: number; y: number }): Promise<void>;
  /**
   * Does something that opens a menu or a notification, waits until that stands still, and resolves with its
   * place on the screen.
   */
  opened(act: () => Promise<unknown>): Promise<Box>;
  close(): Promise<void>;
}

const TIMEOUT_MS = 60_000;

/** Within the address bar of a Chromium in the upper left corner, below its tabs. */
const ADDRESS_BAR = { x: 400, y: 60 };

/** Commands, and the Debian packages that bring them. */
const TOOLS = { Xvfb: 'xvfb', xdotool: 'xdotool' };

function isInstalled(command: string): boolean {
  return (process.env.PATH ?? '').split(delimiter).some((folder) => {
    try {
      accessSync(join(folder, command), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}

/**
 * Whether a display can be started here: its tools are there, or could be installed now. Only on Linux, since
 * the tools need X.
 */
export async function hasDisplayTools(): Promise<boolean> {
  if (process.platform !== 'linux') return false;
  const missing = Object.entries(TOOLS).filter(([command]) => !isInstalled(command));
  if (missing.length === 0) return true;
  console.log(`Installing ${missing.map(([command]) => command).join(' and ')} (once) …`);
  return installWithApt(...missing.map(([, name]) => name));
}

/** Starts a display of 1280 × 900 pixels. Needs no window manager: a window lies where it was put. */
export async function startDisplay(): Promise<Display> {
  // Xvfb writes the number of the free display to file descriptor 3.
  const server = spawn(
    'Xvfb',
    ['-displayfd', '3', '-screen', '0', '1280x900x24', '-nolisten', 'tcp', '-noreset'],
    { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] },
  );
  const number = await new Promise<string>((resolve, reject) => {
    server.once('error', reject);
    server.once('exit', (code) => reject(new Error(`Xvfb ended with code ${code}`)));
    server.stdio[3]?.once('data', (chunk) => resolve(String(chunk).trim()));
  });
  const name = `:${number}`;
  const run = promisify(execFile);
  const xdotool = (...parameters: string[]) =>
    run('xdotool', parameters, { env: { ...process.env, DISPLAY: name } });

  /** The visible windows; menus and notifications are windows of their own. The command fails where there is no window. */
  const windows = () =>
    xdotool('search', '--onlyvisible', '--name', '.*').then(
      ({ stdout }) => stdout.trim().split('\n'),
      () => [],
    );
  const placeOf = (window: string) =>
    xdotool('getwindowgeometry', '--shell', window).then(
      ({ stdout }) => stdout,
      () => undefined,
    );

  async function opened(act: () => Promise<unknown>): Promise<Box> {
    const before = new Set(await windows());
    await act();
    let last: string | undefined;
    for (const start = Date.now(); Date.now() - start < TIMEOUT_MS; ) {
      const added = (await windows()).find((window) => !before.has(window));
      const place = added && (await placeOf(added));
      if (place !== undefined && place === last) {
        const read = (field: string) => Number(new RegExp(`^${field}=(-?\\d+)$`, 'm').exec(place)?.[1]);
        return { x: read('X'), y: read('Y'), width: read('WIDTH'), height: read('HEIGHT') };
      }
      last = place;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    throw new Error('Nothing opened');
  }

  /** Where a point of a page lies on the screen. */
  async function onScreen(page: Page, point: { x: number; y: number }): Promise<[x: number, y: number]> {
    const edge = await page.evaluate(() => ({
      left: screenX + (outerWidth - innerWidth) / 2,
      top: screenY + outerHeight - innerHeight,
    }));
    return [Math.round(edge.left + point.x), Math.round(edge.top + point.y)];
  }
  let at: [x: number, y: number] = [0, 0];

  return {
    name,
    async rightClick(page, point) {
      const [x, y] = await onScreen(page, point);
      await opened(() => xdotool('mousemove', String(x), String(y), 'click', '3'));
    },
    async hold(page, point) {
      at = await onScreen(page, point);
      await xdotool('mousemove', ...at.map(String), 'mousedown', '1');
    },
    async carry(page, point) {
      const [[fromX, fromY], to] = [at, await onScreen(page, point)];
      const steps = [0.02, 0.04, 0.08, 0.2, 0.4, 0.6, 0.8, 0.9, 0.95, 1].map((part) => [
        String(Math.round(fromX + (to[0] - fromX) * part)),
        String(Math.round(fromY + (to[1] - fromY) * part)),
      ]);
      await xdotool(...steps.flatMap((step) => ['mousemove', ...step, 'sleep', '0.04']));
      at = to;
    },
    async drop() {
      await xdotool('mouseup', '1');
    },
    opened,
    async click({ x, y }) {
      await xdotool('mousemove', String(Math.round(x)), String(Math.round(y)), 'click', '1');
    },
    async press(key) {
      await xdotool('key', key);
    },
    async typeInAddressBar(text) {
      // Clicked: a key that leads there goes to the page first, and the next letter with it.
      const { x, y } = ADDRESS_BAR;
      await xdotool('mousemove', String(x), String(y), 'click', '1');
      await xdotool('type', '--delay', '20', text);
      await xdotool('key', 'Return');
    },
    async close() {
      const ended = new Promise((resolve) => server.once('exit', resolve));
      server.kill();
      await ended;
    },
  };
}
