import { expect, test } from 'vitest';
import { createProviderManager, pictureResult } from '../../../src/generation/index.ts';
import { scriptedProvider } from '../../properties/scripted-provider.ts';

const picture = { bytes: new Uint8Array([1, 2, 3]), type: 'image/png' as const };

test('the data URL is there for who reads it, and made once', () => {
  const result = pictureResult(picture, { model: 'acme/x' });
  expect(result.image).toBe('data:image/png;base64,AQID');
  expect(result.image).toBe(result.image);
  expect(result.picture).toBe(picture);
});

test('a copy, and its JSON, hold the fields of the seed', () => {
  const result = pictureResult(picture, { model: 'acme/x' });
  expect({ ...result }).toEqual({ success: true, image: 'data:image/png;base64,AQID', model: 'acme/x' });
  expect(JSON.parse(JSON.stringify(result))).not.toHaveProperty('picture');
});

test('the manager hands the bytes on without making the data URL', async () => {
  let made = 0;
  const provider = scriptedProvider('puter', () =>
    Object.defineProperties(
      { success: true },
      {
        picture: { value: picture },
        image: {
          enumerable: true,
          get() {
            made += 1;
            return 'data:image/png;base64,AQID';
          },
        },
      },
    ),
  );
  const result = await createProviderManager({ primary: provider }).generate('a fox', { style: 'none' });
  expect(result.picture).toBe(picture);
  expect(made).toBe(0);
  expect(result.image).toBe('data:image/png;base64,AQID');
});
