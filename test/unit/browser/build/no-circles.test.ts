import { expect, test } from 'vitest';
import { circleIn } from '../../../../src/browser/build/no-circles.ts';

const built = (imports: Record<string, string[]>) =>
  Object.entries(imports).map(([fileName, imported]) => ({
    type: 'chunk' as const,
    fileName,
    imports: imported,
  }));

test('files that import each other in a circle are named', () => {
  expect(circleIn(built({ page: ['first'], first: ['shared'], shared: ['first'] }))).toEqual([
    'first',
    'shared',
    'first',
  ]);
  expect(circleIn([...built({ page: ['page'] }), { type: 'asset' }])).toEqual(['page', 'page']);
});

test('files that several others import are no circle', () => {
  const files = built({
    page: ['first', 'shared'],
    panel: ['shared', 'first'],
    first: ['shared'],
    shared: [],
  });
  expect(circleIn(files)).toBeUndefined();
});
