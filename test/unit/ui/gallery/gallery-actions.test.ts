import { expect, test } from 'vitest';
import { MESSAGES } from '../../../../src/messages/index.ts';
import { createGalleryActions } from '../../../../src/ui/gallery/gallery-actions.ts';
import { samplePicture } from '../../jobs/sample-job.ts';

type Ports = Parameters<typeof createGalleryActions>[0];

function bench(reply: object, more: object = {}) {
  const asked: [string, unknown][] = [];
  const said: string[] = [];
  let undo = () => {};
  const actions = createGalleryActions({
    ask: async (name: string, payload: unknown) => {
      asked.push([name, payload]);
      return reply;
    },
    drawSeed: () => 77,
    problemText: ({ code }: { code: string }) => `because of ${code}`,
    announce(text: string, action?: { run(): void }) {
      said.push(text);
      if (action) undo = action.run;
    },
    t: (key: string) => key,
    together: (...sentences: string[]) => sentences.join(' + '),
    count: (key: string, pictures: number) => `${key} ${pictures}`,
    ...more,
  } as unknown as Ports);
  return { actions, asked, said, undo: () => undo() };
}

test('Again asks for the same with another seed, without fields of a newer version, as the message takes it', async () => {
  const { actions, asked, said } = bench({ ok: true, value: { jobId: 'a' } });
  const request = {
    prompt: 'a fox',
    style: 'none',
    seed: 7,
    width: 512,
    height: 512,
    ownStyle: { id: 'own', name: 'Noir', template: '{prompt}, noir', negativePrompt: 'colour' },
    strength: 0.4,
  } as const;
  await actions.again(samplePicture({ request }));
  const { strength: _newer, ...known } = request;
  expect(asked).toEqual([['generate', { request: { ...known, seed: 77 }, origin: 'popup', from: 'one' }]]);
  expect(MESSAGES.generate.request.safeParse(asked[0]?.[1]).success).toBe(true);
  expect(said).toEqual(['gallery_again_started']);
});

test('Again says why it was refused: the popup knows nothing of it', async () => {
  const { actions, said } = bench({ ok: false, problem: { code: 'PROMPT_TOO_LONG' } });
  await actions.again(samplePicture());
  expect(said).toEqual(['gallery_again_failed + because of PROMPT_TOO_LONG']);
});

test.each([
  [2, 'gallery_brought_back 2'],
  [1, 'gallery_brought_back 1'],
  [0, 'problem_NO_SUCH_PICTURE'],
  [undefined, 'gallery_not_changed'],
])('Undo that brings back %s of two pictures says so', async (back, sentence) => {
  const model = { remove: async () => true, bringBack: async () => back };
  const { actions, said, undo } = bench({}, { model, view: { forget() {} } });
  await actions.remove(['a', 'b']);
  undo();
  await expect.poll(() => said).toEqual(['gallery_deleted 2', sentence]);
});
