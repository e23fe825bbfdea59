import { expect, test } from 'vitest';
import { formatOwners, parseOwners } from '../../../../../../src/ui/options/hubs/sources/owners.ts';

test('owners are separated by commas, spaces or lines', () => {
  expect(parseOwners('acme, lab-7;north\nsouth east')).toEqual(['acme', 'lab-7', 'north', 'south', 'east']);
});

test('repeats go, whatever their case; the first spelling stays', () => {
  expect(parseOwners('Acme,acme, ACME ')).toEqual(['Acme']);
});

test('@acme and acme/ mean acme; nothing means nobody', () => {
  expect(parseOwners('@acme, lab/')).toEqual(['acme', 'lab']);
  expect(parseOwners(' , ,, @ / ')).toEqual([]);
});

test('what the form shows is read back as it was', () => {
  expect(parseOwners(formatOwners(['acme', 'lab-7']))).toEqual(['acme', 'lab-7']);
});
