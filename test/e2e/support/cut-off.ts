import type { Page } from 'puppeteer-core';

/**
 * The parts of the page that cannot be read or pressed for want of room, one line each: words cut by a box
 * that neither scrolls nor shows them in a tooltip, words and controls outside of their box, controls over
 * one another, a page or a box that scrolls sideways. An empty list means that nothing is wrong.
 */
export function cutOffOn(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const CONTROLS = 'button, a[href], input, select, textarea, summary, [role="menuitem"], [role="radio"]';
    /** Rounding of layout, in pixels. */
    const SLACK = 1.5;
    const found = new Set<string>();
    const root = document.documentElement;

    /** The part of an element that can be seen: a box around it that scrolls or clips hides the rest. */
    const seenPart = (element: Element) => {
      let { left, right, top, bottom } = element.getBoundingClientRect();
      for (let box = element.parentElement; box && box !== root; box = box.parentElement) {
        const { overflowX, position } = getComputedStyle(box);
        if (overflowX !== 'visible') {
          const edge = box.getBoundingClientRect();
          [left, right] = [Math.max(left, edge.left), Math.min(right, edge.right)];
          [top, bottom] = [Math.max(top, edge.top), Math.min(bottom, edge.bottom)];
        }
        if (position === 'fixed') break;
      }
      return { left, right, top, bottom };
    };

    /**
     * The part of a control that must not be covered: in a field, the room of its words, which keep clear of
     * a button in its corner.
     */
    const pressable = (control: Element) => {
      const seen = seenPart(control);
      if (!control.matches('input, textarea')) return seen;
      const { paddingLeft, paddingRight } = getComputedStyle(control);
      return {
        ...seen,
        left: seen.left + Number.parseFloat(paddingLeft),
        right: seen.right - Number.parseFloat(paddingRight),
      };
    };

    const nameOf = (element: Element) => {
      const words = (element as HTMLElement).innerText?.trim() || element.getAttribute('aria-label') || '';
      const place = element.closest('[class]')?.className;
      return `${element.localName}.${String(place).replaceAll(' ', '.')} "${words.slice(0, 60)}"`;
    };

    /** Whether an element is there for screen readers alone: it is a pixel large, or transparent. */
    const isForReaders = (element: Element) => {
      for (let one: Element | null = element; one && one !== root; one = one.parentElement) {
        const { width, height } = one.getBoundingClientRect();
        const style = getComputedStyle(one);
        if (width <= 1 && height <= 1 && style.overflow !== 'visible') return true;
        if (style.opacity === '0') return true;
      }
      return false;
    };

    /** Whether cut words are shown in a tooltip: of their own element, or of the control that it is part of. */
    const isTold = (element: Element) => {
      const holder = element.closest('[title]');
      return holder !== null && (holder.getAttribute('title') ?? '') !== '';
    };

    const clips = (value: string) => value === 'hidden' || value === 'clip';

    function checkWords(text: Text): void {
      const element = text.parentElement;
      if (!element || text.data.trim() === '' || !element.checkVisibility({ visibilityProperty: true }))
        return;
      if (element.closest('option, noscript, style, script') || isForReaders(element)) return;
      const range = document.createRange();
      range.selectNodeContents(text);
      const rects = [...range.getClientRects()].filter(({ width, height }) => width > 0 && height > 0);
      if (rects.length === 0) return;
      const left = Math.min(...rects.map((rect) => rect.left));
      const right = Math.max(...rects.map((rect) => rect.right));
      const top = Math.min(...rects.map((rect) => rect.top));
      const bottom = Math.max(...rects.map((rect) => rect.bottom));
      let [scrollsX, scrollsY] = [false, false];
      for (let box: Element | null = element; box && box !== root; box = box.parentElement) {
        const style = getComputedStyle(box);
        if (style.display === 'inline' || style.display === 'contents') continue;
        const edge = box.getBoundingClientRect();
        if (style.overflowX === 'auto' || style.overflowX === 'scroll') scrollsX = true;
        if (style.overflowY === 'auto' || style.overflowY === 'scroll') scrollsY = true;
        const outX = !scrollsX && (left < edge.left - SLACK || right > edge.right + SLACK);
        // A line's box is higher than its letters: a few pixels of it are empty.
        const air = Number.parseFloat(style.fontSize) * 0.25 + SLACK;
        const outY = !scrollsY && (top < edge.top - air || bottom > edge.bottom + air);
        const cuts = (outX && clips(style.overflowX)) || (outY && clips(style.overflowY));
        if (cuts && !isTold(element)) found.add(`cut by ${nameOf(box)}: "${text.data.trim().slice(0, 80)}"`);
        if (cuts) return;
        if (box.matches(CONTROLS) && (outX || outY)) found.add(`words leave their control: ${nameOf(box)}`);
        if (style.position === 'fixed') break;
      }
      if (!scrollsX && (left < -SLACK || right > root.clientWidth + SLACK))
        found.add(`words leave the page: "${text.data.trim().slice(0, 80)}"`);
    }

    /** The words in a field are no text of the page: they are measured as the field would draw them. */
    function checkField(field: HTMLInputElement | HTMLSelectElement): void {
      const isSelect = field instanceof HTMLSelectElement;
      if (!isSelect && !['text', 'search', 'url', 'password', ''].includes(field.type)) return;
      const words = isSelect ? (field.selectedOptions[0]?.label ?? '') : field.placeholder;
      if (words === '' || isTold(field)) return;
      const style = getComputedStyle(field);
      const canvas = new OffscreenCanvas(1, 1).getContext('2d');
      if (!canvas) return;
      canvas.font = style.font;
      const room =
        field.clientWidth -
        Number.parseFloat(style.paddingLeft) -
        Number.parseFloat(style.paddingRight) -
        (isSelect && style.appearance !== 'none' ? 16 : 0);
      if (canvas.measureText(words).width > room + SLACK) found.add(`cut in its field: "${words}"`);
    }

    function checkPlace(control: Element): void {
      const rect = control.getBoundingClientRect();
      for (let box = control.parentElement; box && box !== root; box = box.parentElement) {
        const style = getComputedStyle(box);
        const own = getComputedStyle(control).position;
        if (own === 'absolute' || own === 'fixed') return;
        if (style.display === 'inline' || style.display === 'contents') continue;
        if (/auto|scroll/.test(style.overflowX)) return;
        const edge = box.getBoundingClientRect();
        if (rect.left < edge.left - SLACK || rect.right > edge.right + SLACK) {
          found.add(`outside of ${nameOf(box)}: ${nameOf(control)}`);
          return;
        }
        if (style.position === 'absolute' || style.position === 'fixed') return;
      }
    }

    /** Layers that cover other parts on purpose: a press never means what lies under them. */
    const LAYERS = 'dialog, [role="dialog"], [role="menu"], .popover, .toast, .composer-note, .composer';
    const layerOf = (element: Element) => element.closest(LAYERS) ?? document.body;

    function checkOverlap(controls: readonly Element[]): void {
      const boxes = controls.map((control) => ({
        control,
        layer: layerOf(control),
        rect: pressable(control),
      }));
      for (const [place, one] of boxes.entries()) {
        for (const other of boxes.slice(place + 1)) {
          if (one.layer !== other.layer) continue;
          if (one.control.contains(other.control) || other.control.contains(one.control)) continue;
          const width = Math.min(one.rect.right, other.rect.right) - Math.max(one.rect.left, other.rect.left);
          const height =
            Math.min(one.rect.bottom, other.rect.bottom) - Math.max(one.rect.top, other.rect.top);
          if (width > 2 && height > 2)
            found.add(`over one another: ${nameOf(one.control)} and ${nameOf(other.control)}`);
        }
      }
    }

    if (root.scrollWidth > root.clientWidth)
      found.add(`the page scrolls sideways: ${root.scrollWidth} > ${root.clientWidth}`);
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) checkWords(walker.currentNode as Text);
    for (const box of document.querySelectorAll('body *')) {
      if (box.matches('textarea, pre, code')) continue;
      const { overflowX } = getComputedStyle(box);
      if (/auto|scroll/.test(overflowX) && box.scrollWidth > box.clientWidth + SLACK)
        found.add(`scrolls sideways: ${nameOf(box)}, ${box.scrollWidth} > ${box.clientWidth}`);
    }
    const controls = [...document.querySelectorAll(CONTROLS)].filter(
      (control) => control.checkVisibility({ visibilityProperty: true }) && !isForReaders(control),
    );
    for (const control of controls) {
      checkPlace(control);
      if (control instanceof HTMLInputElement || control instanceof HTMLSelectElement) checkField(control);
    }
    checkOverlap(controls);
    return [...found];
  });
}
