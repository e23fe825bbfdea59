import { describe, expect, test, vi } from 'vitest';
import { handleShortcut } from '../../../../src/ui/studio/shortcuts.ts';

const press = (key: string, over = {}) => ({
  key,
  ctrlKey: false,
  metaKey: false,
  repeat: false,
  isComposing: false,
  preventDefault: vi.fn(),
  ...over,
});

describe('shortcuts', () => {
  test.each([{ ctrlKey: true }, { metaKey: true }])('%j with Enter generates', (modifier) => {
    const generate = vi.fn();
    handleShortcut(press('Enter', modifier), generate);
    expect(generate).toHaveBeenCalledOnce();
  });

  test('Enter alone is a line break, and a held key is one press', () => {
    const generate = vi.fn();
    handleShortcut(press('Enter'), generate);
    handleShortcut(press('Enter', { ctrlKey: true, repeat: true }), generate);
    handleShortcut(press('Enter', { ctrlKey: true, isComposing: true }), generate);
    expect(generate).not.toHaveBeenCalled();
  });

  test('Escape is never taken: it closes, and does not cancel', () => {
    const generate = vi.fn();
    const event = press('Escape');
    handleShortcut(event, generate);
    expect(generate).not.toHaveBeenCalled();
    expect(event.preventDefault).not.toHaveBeenCalled();
  });
});
