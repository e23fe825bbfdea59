import { expect, test } from 'vitest';
import type { Ask } from '../../../../src/messages/index.ts';
import { readThroughDoor } from '../../../../src/ui/picture/read-through-door.ts';
import { PICTURE, samplePicture } from '../../jobs/sample-job.ts';

const answering = (reply: unknown) => {
  const asked: unknown[] = [];
  const ask = (async (name: string, payload: unknown) => {
    asked.push([name, payload]);
    return reply;
  }) as unknown as Ask;
  return { ask, asked };
};
const refused = (code: string) => ({ ok: false, problem: { code } });
const own = { picture: samplePicture(), blob: new Blob(['x']) };

test('a picture that this page can read is read here, without asking the background', async () => {
  const { ask, asked } = answering(refused('INTERNAL'));
  expect(await readThroughDoor('one', ask, async () => own)).toBe(own);
  expect(asked).toEqual([]);
});

test.each([
  ['has not', async () => undefined],
  ['cannot read', () => Promise.reject(new Error('Private'))],
])('what this page %s comes from the background', async (_, read) => {
  const { ask, asked } = answering({ ok: true, value: { picture: samplePicture(), image: PICTURE } });
  const stored = await readThroughDoor('one', ask, read);
  expect(asked).toEqual([['readPicture', { id: 'one' }]]);
  expect(stored?.picture).toEqual(samplePicture());
  expect(stored?.blob.type).toBe('image/png');
});

test('missing in both: undefined; unreadable in both: rejects', async () => {
  const fails = () => Promise.reject(new Error('Private'));
  expect(await readThroughDoor('one', answering(refused('NO_SUCH_PICTURE')).ask, fails)).toBeUndefined();
  expect(
    await readThroughDoor('one', answering(refused('INTERNAL')).ask, async () => undefined),
  ).toBeUndefined();
  await expect(readThroughDoor('one', answering(refused('INTERNAL')).ask, fails)).rejects.toThrow('Private');
});

test('what comes is parsed', async () => {
  const garbage = { ok: true, value: { picture: { id: 7 }, image: 'data:text/html,x' } };
  expect(await readThroughDoor('one', answering(garbage).ask, async () => undefined)).toBeUndefined();
});
