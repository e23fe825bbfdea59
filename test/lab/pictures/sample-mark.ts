/** The word that marks every picture of the lab, five pixels wide and seven high a letter. */
const LETTERS = [
  ['.###.', '#...#', '#....', '.###.', '....#', '#...#', '.###.'],
  ['.###.', '#...#', '#...#', '#####', '#...#', '#...#', '#...#'],
  ['#...#', '##.##', '#.#.#', '#.#.#', '#...#', '#...#', '#...#'],
  ['####.', '#...#', '#...#', '####.', '#....', '#....', '#....'],
  ['#....', '#....', '#....', '#....', '#....', '#....', '#####'],
  ['#####', '#....', '#....', '####.', '#....', '#....', '#####'],
];

const CELL = 6;
export const MARK_WIDTH = LETTERS.length * CELL - 1;
export const MARK_HEIGHT = 7;

/** Whether the mark has ink at a point of its own grid. */
export function hasInk(x: number, y: number): boolean {
  return LETTERS[Math.floor(x / CELL)]?.[y]?.[x % CELL] === '#';
}
