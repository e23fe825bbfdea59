/** Drawn on a 24 × 24 grid with round strokes of 2 units. */
export const ICON_PATHS = {
  gear: 'M4 7h10M18 7h2M4 17h2M10 17h10M16 9.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5ZM8 19.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5Z',
  save: 'M12 4v11M7.5 10.5 12 15l4.5-4.5M5 19.5h14',
  copy: 'M9 9h10.5v10.5H9ZM5.5 15h-1V4.5H15v1',
  again: 'M20 5v5h-5M19.4 10A8 8 0 1 0 20 13.5',
  dice: 'M5 5h14v14H5ZM9 9h.01M15 15h.01M15 9h.01M9 15h.01',
  search: 'M10.5 17a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13ZM15.5 15.5 20 20',
  back: 'M19 12H5M11 6l-6 6 6 6',
  arrow: 'M5 12h14M13 6l6 6-6 6',
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
  gallery: 'M4 4h6.5v9H4ZM13.5 4H20v5h-6.5ZM13.5 12H20v8h-6.5ZM4 16h6.5v4H4Z',
  panel: 'M4 5h16v14H4ZM14.5 5v14',
  open: 'M6 9l6 6 6-6',
  more: 'M5.5 12h.01M12 12h.01M18.5 12h.01',
  minus: 'M5 12h14',
  heart: 'M12 19.5S4.5 15 4.5 9.6a4 4 0 0 1 7.5-2 4 4 0 0 1 7.5 2C19.5 15 12 19.5 12 19.5Z',
  enlarge: 'M14 4.5h5.5V10M19.5 4.5 13.5 10.5M10 19.5H4.5V14M4.5 19.5l6-6',
  recent: 'M4.5 5v4.5H9M4.9 9.3A8 8 0 1 1 4 13M12 8.5V13l3 1.8',
  key: 'M9 19a4.5 4.5 0 1 1 4.3-5.9L20 13v3h-2v2h-3v-2h-1.7A4.5 4.5 0 0 1 9 19ZM8.5 14.5h.01',
  card: 'M3.5 6h17v12h-17ZM3.5 10h17M7 14.5h3',
  offline:
    'M4 4l16 16M5 12.5a10 10 0 0 1 4-2.3M19 12.5a10 10 0 0 0-4.8-2.5M8.6 16a5 5 0 0 1 6.8 0M12 19.5h.01',
  swap: 'M4.5 8.5h14M15 5l3.5 3.5L15 12M19.5 15.5h-14M9 12l-3.5 3.5L9 19',
  upload: 'M12 15V4M7.5 8.5 12 4l4.5 4.5M5 19.5h14',
  select: 'M4 4h16v16H4ZM8 12l3 3 5-6',
} as const;

/** Icons that point along the reading direction: they are mirrored in right-to-left languages. */
export const TURNING: readonly IconName[] = ['back', 'arrow', 'forward'];

export type IconName = keyof typeof ICON_PATHS;
