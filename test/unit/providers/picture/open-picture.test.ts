import { describe, expect, test } from 'vitest';
import { type ImageType, MAX_IMAGE_BYTES } from '../../../../src/generation/index.ts';
import { openPicture } from '../../../../src/providers/picture/open-picture.ts';
import { PNG } from '../huggingface/stand-in.ts';
import { WHOLE } from './whole-pictures.ts';

const signal = new AbortController().signal;
const open = (bytes: Uint8Array, decode?: (picture: Blob) => Promise<void>) =>
  openPicture(new Uint8Array(bytes), { signal, decode });
const types = Object.keys(WHOLE) as ImageType[];

describe.each(types)('%s', (type) => {
  const whole = WHOLE[type](640, 480);

  test('whole to its end mark is a picture, and so is one with bytes behind it', async () => {
    expect(await open(whole)).toEqual({ ok: true, picture: { bytes: new Uint8Array(whole), type } });
    expect(await open(Buffer.concat([whole, Buffer.alloc(7)]))).toMatchObject({ ok: true });
  });

  test('cut anywhere is none', async () => {
    for (let length = 1; length < whole.length; length += 1) {
      const opened = await open(whole.subarray(0, length));
      expect([length, opened.ok]).toEqual([length, false]);
    }
  });

  test('of more than 64 megapixels is refused before it is decoded', async () => {
    let decoded = 0;
    const decode = async () => {
      decoded += 1;
    };
    expect(await open(WHOLE[type](16_000, 16_000), decode)).toEqual({ ok: false, fault: 'too-many-pixels' });
    expect(decoded).toBe(0);
    expect(await open(WHOLE[type](8_000, 8_000), decode)).toMatchObject({ ok: true });
    expect(decoded).toBe(1);
  });

  test('that this browser cannot decode is none', async () => {
    const decode = () => Promise.reject(new DOMException('', 'InvalidStateError'));
    expect(await open(whole, decode)).toEqual({ ok: false, fault: 'not-a-picture' });
  });
});

test.each([
  ['three bytes of a JPEG', Buffer.from([0xff, 0xd8, 0xff])],
  ['the first bytes of a PNG', PNG.subarray(0, 20)],
  ['half a PNG', PNG.subarray(0, PNG.length / 2)],
  ['a PNG without its last chunk', PNG.subarray(0, PNG.length - 12)],
  ['a JPEG with the end of its thumbnail alone', WHOLE['image/jpeg'](8, 8).subarray(0, -2)],
])('%s broke off', async (_, bytes) => {
  expect(await open(bytes)).toEqual({ ok: false, fault: 'broke-off' });
});

test.each([
  ['words', Buffer.from('Sorry')],
  ['an SVG', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')],
  ['nothing', Buffer.alloc(0)],
])('%s is no picture', async (_, bytes) => {
  expect(await open(bytes)).toEqual({ ok: false, fault: 'not-a-picture' });
});

test('over 25 MB is too large', async () => {
  const large = Buffer.concat([PNG, Buffer.alloc(MAX_IMAGE_BYTES)]);
  expect(await open(large)).toEqual({ ok: false, fault: 'too-large' });
});

test('a decoder that hangs does not outlive the attempt', async () => {
  const controller = new AbortController();
  const opening = openPicture(new Uint8Array(PNG), {
    signal: controller.signal,
    decode: () => new Promise(() => {}),
  });
  controller.abort(new Error('enough'));
  await expect(opening).rejects.toThrow('enough');
});
