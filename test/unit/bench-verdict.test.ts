import { expect, test } from 'vitest';
import { type Comparison, compare, exitCode, isWithin, OURS } from '../bench/measure.ts';

const measured = (ours: number[], budget?: Comparison['budget']) =>
  compare('anything', { floor: [9, 10, 11], [OURS]: ours }, { unit: 'ms', ...(budget && { budget }) });

test.each([
  ['a ratio below the budget', [12], { ratio: 1.2 }, true],
  ['a ratio above it', [12.1], { ratio: 1.2 }, false],
  ['a value at the budget', [50], { value: 50 }, true],
  ['a value above it', [51], { value: 50 }, false],
  ['none measured', [], { ratio: 1.2 }, false],
  ['no budget', [99], undefined, undefined],
] as const)('%s', (_, ours, budget, within) => {
  expect(isWithin(measured([...ours], budget))).toBe(within);
});

test('a budget without a line of ours is missed', () => {
  const others = compare('anything', { floor: [1], other: [1] }, { unit: 'ms', budget: { ratio: 2 } });
  expect(isWithin(others)).toBe(false);
});

const [good, bad] = [measured([11], { ratio: 1.2 }), measured([20], { ratio: 1.2 })];
test.each([
  ['all within', [good], [], true, 0],
  ['one over, not asked', [good, bad], [], false, 0],
  ['one over, asked', [good, bad], [], true, 1],
  ['a broken part, not asked', [good], ['failover'], false, 1],
  ['nothing measured at all, for a broken part', [], ['failover'], true, 1],
] as const)('%s', (_, comparisons, broken, check, code) => {
  expect(exitCode(comparisons, broken, { check })).toBe(code);
});
