import { createHash } from 'node:crypto';
import { afterEach, expect, test } from 'vitest';
import { zipDeterministically } from '../../release/deterministic-zip.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const sum = (zip: Uint8Array) => createHash('sha256').update(zip).digest('hex');
const zone = process.env.TZ;

afterEach(() => {
  if (zone === undefined) delete process.env.TZ;
  else process.env.TZ = zone;
});

test('the same files make the same bytes, in whatever order and time zone', async () => {
  process.env.TZ = 'Asia/Tokyo';
  const one = await zipDeterministically(
    new Map([
      ['b/two.txt', bytes('two')],
      ['a.txt', bytes('one')],
    ]),
  );
  process.env.TZ = 'America/Los_Angeles';
  const other = await zipDeterministically(
    new Map([
      ['a.txt', bytes('one')],
      ['b/two.txt', bytes('two')],
    ]),
  );
  expect(sum(other)).toBe(sum(one));
});

test('another content makes other bytes', async () => {
  const zipOf = async (text: string) => sum(await zipDeterministically(new Map([['a.txt', bytes(text)]])));
  expect(await zipOf('one')).not.toBe(await zipOf('two'));
});
