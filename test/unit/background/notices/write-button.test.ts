import { expect, test } from 'vitest';
import { createButtonWriter } from '../../../../src/background/notices/write-button.ts';

function bench() {
  const badge: string[] = [];
  const titles: (string | undefined)[] = [];
  const waiting: (() => void)[] = [];
  const write = createButtonWriter({
    setBadge: (text, ground) => badge.push(`${text} ${ground}`),
    setTitle: (title) => titles.push(title),
    texts: () =>
      new Promise((resolve) => waiting.push(() => resolve({ say: (key: string) => `words of ${key}` }))),
  });
  const settle = async () => {
    for (const go of waiting.splice(0)) go();
    await new Promise((resolve) => setTimeout(resolve));
  };
  return { badge, titles, write, settle };
}

test('counts what is under way; says by a sign, a colour and in words what ended and was not seen', async () => {
  const { badge, titles, write, settle } = bench();
  write({ active: 2, unseen: 'none' });
  write({ active: 1, unseen: 'failed' });
  await settle();
  write({ active: 0, unseen: 'failed' });
  await settle();
  write({ active: 0, unseen: 'made' });
  await settle();
  write({ active: 0, unseen: 'none' });
  expect(badge).toEqual(['2 calm', '1 calm', '! alarming', '✓ calm', ' calm']);
  const [failed, made] = ['words of button_failed', 'words of button_made'];
  expect(titles).toEqual([undefined, failed, failed, made, undefined]);
});

test('words that come late do not stay on a button that has nothing to say', async () => {
  const { titles, write, settle } = bench();
  write({ active: 0, unseen: 'made' });
  write({ active: 0, unseen: 'none' });
  await settle();
  expect(titles).toEqual([undefined]);
});
