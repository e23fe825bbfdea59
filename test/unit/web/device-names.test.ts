import { expect, test } from 'vitest';
import { apartFromDevices } from '../../../src/web/device-names.ts';

test.each([
  'con',
  'CON.png',
  'nul.tar.gz',
  'com1',
  'LPT³.txt',
  'aux .x',
  'prn\u00a0.x',
  'CONIN$',
  'conout$ .x',
])('%j is a device', (name) => {
  expect(apartFromDevices(name)).toBe(`_${name}`);
});

test.each(['console', 'com', 'com10', 'con-x.png', 'conin', 'xcon', 'com⁴', 'a.con'])(
  '%j is none',
  (name) => {
    expect(apartFromDevices(name)).toBe(name);
  },
);
