/**
 * A toolbar popup grows wider when its page gets a scrollbar, and everything in it moves. So there the page itself never
 * scrolls: `main` does, and the room of its scrollbar is kept free from the start. Where scrollbars float above the
 * page, that room is none.
 */
export function fitToolbarPopup(): void {
  const root = document.documentElement;
  root.dataset.popup = '';
  root.style.setProperty('--scrollbar', `${scrollbarWidth()}px`);
}

/** Pixels that a thin scrollbar takes from what it scrolls. */
function scrollbarWidth(): number {
  const probe = document.createElement('div');
  probe.className = 'scrollbar-probe';
  document.body.append(probe);
  const width = probe.offsetWidth - probe.clientWidth;
  probe.remove();
  return width;
}
