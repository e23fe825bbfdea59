import type { CDPSession, Page } from 'puppeteer-core';

/** What is set in a debugging session ends with that session, so each page keeps its session. */
const sessions = new WeakMap<Page, CDPSession>();

/** Shows a page in a colour scheme, without motion, with the system's own few colours (`forced`) or without. */
export async function lookAt(page: Page, scheme: 'light' | 'dark', forced = false): Promise<void> {
  const session = sessions.get(page) ?? (await page.createCDPSession());
  sessions.set(page, session);
  // Puppeteer's own method does not know forced colours.
  await session.send('Emulation.setEmulatedMedia', {
    features: [
      { name: 'prefers-color-scheme', value: scheme },
      { name: 'prefers-reduced-motion', value: 'reduce' },
      { name: 'forced-colors', value: forced ? 'active' : 'none' },
    ],
  });
}

/**
 * Controls that are hard to see or to hit, and what moves although the user wants no motion, one line each: a
 * control under 32 × 32 px (links in a sentence may be lower, as WCAG allows), a control whose edge, or whose
 * sign where it has no edge, differs from the ground by less than 3 : 1, an animation that lasts. An empty
 * list means that nothing is wrong.
 */
export function hardToUseOn(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const CONTROLS = 'button, a[href], input, select, textarea, summary, [role="menuitem"]';
    const [SMALLEST_PX, FAINTEST] = [32, 3];
    const found = new Set<string>();
    const canvas = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });

    type Colour = [number, number, number, number];
    /** Any CSS colour, as bytes and an alpha from 0 to 1. */
    function read(colour: string): Colour {
      if (!canvas) return [0, 0, 0, 1];
      canvas.clearRect(0, 0, 1, 1);
      canvas.fillStyle = colour;
      canvas.fillRect(0, 0, 1, 1);
      const [red = 0, green = 0, blue = 0, alpha = 0] = canvas.getImageData(0, 0, 1, 1).data;
      return [red, green, blue, alpha / 255];
    }
    const over = (top: Colour, ground: Colour): Colour => {
      const mix = (place: 0 | 1 | 2) => top[place] * top[3] + ground[place] * (1 - top[3]);
      return [mix(0), mix(1), mix(2), 1];
    };
    /** The background colour of an element, mixed with the colours behind it where it is translucent. */
    function groundOf(element: Element | null): Colour {
      if (!element) return read('Canvas');
      const own = read(getComputedStyle(element).backgroundColor);
      return own[3] === 1 ? own : over(own, groundOf(element.parentElement));
    }
    const light = ([red, green, blue]: Colour) => {
      const part = (byte: number) => (byte <= 10.3 ? byte / 3294.6 : ((byte / 255 + 0.055) / 1.055) ** 2.4);
      return 0.2126 * part(red) + 0.7152 * part(green) + 0.0722 * part(blue);
    };
    const contrast = (one: Colour, other: Colour) => {
      const [low = 0, high = 0] = [light(one), light(other)].sort((a, b) => a - b);
      return (high + 0.05) / (low + 0.05);
    };

    const nameOf = (element: Element) => {
      const words = (element as HTMLElement).innerText?.trim() || element.getAttribute('aria-label') || '';
      const place = element.closest('[class]')?.className;
      return `${element.localName}.${String(place).replaceAll(' ', '.')} "${words.slice(0, 40)}"`;
    };
    const isOff = (control: Element) =>
      control.matches(':disabled, [aria-disabled="true"]') || control.closest('fieldset:disabled') !== null;
    /** What the pointer has to hit: for a choice that is its label. */
    const targetOf = (control: Element) =>
      control.matches('[type="radio"], [type="checkbox"], [type="file"]')
        ? ((control as HTMLInputElement).labels?.[0] ?? control)
        : control;
    const isUnseen = (element: Element) => {
      const { width, height } = element.getBoundingClientRect();
      return (
        width <= 1 ||
        height <= 1 ||
        !element.checkVisibility({ visibilityProperty: true, opacityProperty: true })
      );
    };

    for (const control of document.querySelectorAll(CONTROLS)) {
      const target = targetOf(control);
      if (isUnseen(target) || control.closest('[inert]')) continue;
      const style = getComputedStyle(target);
      const isInText = control.localName === 'a' && style.display === 'inline';
      const { width, height } = target.getBoundingClientRect();
      if (!isInText && Math.min(width, height) < SMALLEST_PX - 0.5)
        found.add(`${Math.round(width)} × ${Math.round(height)}: ${nameOf(control)}`);
      // A link is recognised by its colour and line, which axe measures; a disabled control need not stand out.
      if (isInText || isOff(control) || isUnseen(control)) continue;
      const edge = getComputedStyle(control);
      const ground = groundOf(control.parentElement);
      const inner = groundOf(control);
      const border = over(read(edge.borderBlockEndColor), ground);
      const hasBorder =
        edge.borderBlockEndStyle !== 'none' && Number.parseFloat(edge.borderBlockEndWidth) > 0;
      const isBounded = hasBorder && read(edge.borderBlockEndColor)[3] > 0;
      const best = Math.max(
        isBounded ? contrast(border, ground) : 0,
        contrast(inner, ground),
        // Without an edge a control is recognised by its sign and its words.
        isBounded && !control.matches('a') ? 0 : contrast(over(read(edge.color), inner), inner),
      );
      if (best < FAINTEST) found.add(`${best.toFixed(1)} : 1: ${nameOf(control)}`);
    }
    for (const animation of document.getAnimations()) {
      const endTime = Number(animation.effect?.getComputedTiming().endTime ?? 0);
      const target = (animation.effect as KeyframeEffect | null)?.target;
      if (endTime > 0 && target) found.add(`moves for ${endTime} ms: ${nameOf(target)}`);
    }
    for (const element of document.querySelectorAll('body *')) {
      if (!element.checkVisibility()) continue;
      const { transitionDuration, animationName, animationDuration } = getComputedStyle(element);
      const lasts = (durations: string) => durations.split(',').some((one) => Number.parseFloat(one) > 0);
      if (lasts(transitionDuration) || (animationName !== 'none' && lasts(animationDuration)))
        found.add(`would move: ${nameOf(element)}`);
    }
    return [...found];
  });
}
