/** Drawn on a 24 × 24 grid with round strokes of 2 units. */
export const ICON_PATHS = {
  gear: 'M12 15.2a3.2 3.2 0 1 0 0-6.4 3.2 3.2 0 0 0 0 6.4ZM12 3v2.6M12 18.4V21M3 12h2.6M18.4 12H21M5.6 5.6l1.9 1.9M16.5 16.5l1.9 1.9M18.4 5.6l-1.9 1.9M7.5 16.5l-1.9 1.9',
  save: 'M12 4v11M7.5 10.5 12 15l4.5-4.5M5 19.5h14',
  copy: 'M9 9h10.5v10.5H9ZM5.5 15h-1V4.5H15v1',
  again: 'M20 5v5h-5M19.4 10A8 8 0 1 0 20 13.5',
  dice: 'M5 5h14v14H5ZM9 9h.01M15 15h.01M15 9h.01M9 15h.01',
  search: 'M10.5 17a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13ZM15.5 15.5 20 20',
  back: 'M19 12H5M11 6l-6 6 6 6',
  forward: 'M9 5l7 7-7 7',
  close: 'M6 6l12 12M18 6 6 18',
  check: 'M5 12.5l4.5 4.5L19 7.5',
  plus: 'M12 5v14M5 12h14',
  external: 'M14 4.5h5.5V10M19 5l-8 8M17 14v5.5H4.5V7H10',
  folder: 'M3.5 6.5h6l2 2.5h9V18h-17Z',
  file: 'M6.5 3.5h7l4 4v13h-11ZM13 3.5V8h4.5',
  up: 'M12 19V5M6 11l6-6 6 6',
  down: 'M12 5v14M6 13l6 6 6-6',
  trash: 'M5 7h14M10 7V4.5h4V7M7 7l1 12.5h8L17 7M10.5 11v5M13.5 11v5',
  pencil: 'M5 19l1-4.5L16 4.5l3.5 3.5-10 10ZM13.5 7l3.5 3.5',
  drag: 'M9 6h.01M15 6h.01M9 12h.01M15 12h.01M9 18h.01M15 18h.01',
  lock: 'M6 11h12v9H6ZM8.5 11V8a3.5 3.5 0 0 1 7 0v3',
  info: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18ZM12 11v5M12 8h.01',
  warning: 'M12 4 2.8 19.5h18.4ZM12 10v4.5M12 17h.01',
  clock: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18ZM12 7.5V12l3 2',
} as const;

export type IconName = keyof typeof ICON_PATHS;
