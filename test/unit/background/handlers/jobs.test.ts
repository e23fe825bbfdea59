import { describe, expect, test } from 'vitest';
import { jobHandlers } from '../../../../src/background/handlers/jobs.ts';
import { PICTURE, sampleJob, samplePicture } from '../../jobs/sample-job.ts';
import { fakeServices } from '../fake-services.ts';

const FOX = { prompt: 'a red fox', style: 'none' } as const;
const refused = (code: string, more = {}) => ({ ok: false, problem: { code, ...more } });
const png = () => new Response(Buffer.from(PICTURE.split(',')[1] ?? '', 'base64'));

function setUp(...given: Parameters<typeof fakeServices>) {
  const fake = fakeServices(...given);
  return { ...fake, handlers: jobHandlers(fake.services) };
}

describe('generate', () => {
  test('answers with the id before anything is asked', async () => {
    const { handlers, bench } = setUp();
    expect(await handlers.generate({ request: FOX, origin: 'selection' })).toEqual({
      ok: true,
      value: { jobId: 'job-1', jobIds: ['job-1'] },
    });
    expect(bench.record('job-1')).toMatchObject({ request: FOX, origin: 'selection' });
  });

  test.each([
    [{ prompt: ' \u0000\n' }, 'PROMPT_EMPTY'],
    [{ prompt: 'x'.repeat(4001) }, 'PROMPT_TOO_LONG'],
    [{ negativePrompt: 'x'.repeat(4001) }, 'NEGATIVE_PROMPT_TOO_LONG'],
    [{ width: 100 }, 'SIZE_INVALID'],
    [{ height: 1e9 }, 'SIZE_INVALID'],
    [{ seed: -2 }, 'SEED_INVALID'],
    [{ model: 'https://hub.example/acme/fox' }, 'MODEL_INVALID'],
  ])('%j is refused and leaves no job', async (change, code) => {
    const { handlers, bench } = setUp();
    const reply = await handlers.generate({ request: { ...FOX, ...change }, origin: 'popup' });
    expect(reply).toMatchObject(refused(code));
    expect(bench.area.snapshot()).toEqual({});
  });

  test('what a page sends is made tidy first: half characters, an address, any seed', async () => {
    const { handlers, bench } = setUp();
    const request = {
      prompt: 'a cat \ud83d',
      style: 'none' as const,
      negativePrompt: '\u0007blurry\udc00 ',
      model: 'https://huggingface.co/acme/fox/tree/main',
      seed: -1,
    };
    await handlers.generate({ request, origin: 'popup' });
    await bench.until(() => bench.asked.length === 1);
    expect(bench.asked[0]).toMatchObject({
      prompt: 'a cat',
      options: { negativePrompt: 'blurry', model: 'acme/fox' },
    });
    expect(bench.asked[0]?.options).not.toHaveProperty('seed');
  });

  test('of a private window is marked as such, unless the user wants it kept', async () => {
    const { handlers, bench, services } = setUp();
    const asked = { request: FOX, origin: 'popup', isPrivate: true } as const;
    await handlers.generate(asked);
    expect(bench.record('job-1')).toMatchObject({ isPrivate: true });
    await services.settings.update({ pictures: { keepsPrivate: true } });
    await handlers.generate(asked);
    expect(bench.record('job-2')).not.toHaveProperty('isPrivate');
  });

  test('keeps the page that words came from only where the user allows it, and never a private one', async () => {
    const { handlers, bench, services } = setUp();
    const asked = { request: FOX, origin: 'selection', page: 'https://page.example/' } as const;
    await handlers.generate(asked);
    expect(bench.record('job-1')).not.toHaveProperty('page');
    await services.settings.update({ pictures: { keepsPage: true, keepsPrivate: true } });
    await handlers.generate(asked);
    expect(bench.record('job-2')).toMatchObject({ page: 'https://page.example/' });
    await handlers.generate({ ...asked, isPrivate: true });
    expect(bench.record('job-3')).not.toHaveProperty('page');
  });

  test('a job made from another takes along where its words came from, whichever window it is asked for in', async () => {
    const { handlers, bench, services } = setUp();
    await services.settings.update({ pictures: { keepsPage: true } });
    const page = 'https://page.example/';
    await handlers.generate({ request: FOX, origin: 'selection', page });
    await handlers.generate({ request: FOX, origin: 'selection', isPrivate: true });
    const again = { request: { ...FOX, seed: 5 }, origin: 'popup' } as const;
    await handlers.generate({ ...again, from: 'job-1' });
    expect(bench.record('job-3')).toMatchObject({ page });
    // It was not to be written down when it was asked for: that it may be by now is said of later ones.
    await services.settings.update({ pictures: { keepsPrivate: true } });
    await handlers.generate({ ...again, from: 'job-2' });
    expect(bench.record('job-4')).toMatchObject({ isPrivate: true });
    expect(bench.record('job-4')).not.toHaveProperty('page');
    await handlers.generate({ ...again, from: 'job-1', isPrivate: true });
    expect(bench.record('job-5')).not.toHaveProperty('page');
  });

  test('of a picture whose job is forgotten, the picture says it', async () => {
    const { handlers, bench, services } = setUp();
    await services.settings.update({ pictures: { keepsPage: true } });
    const page = 'https://page.example/';
    bench.gallery.set('old', { picture: { ...samplePicture({ id: 'old' }), page }, blob: new Blob() });
    await handlers.generate({ request: FOX, origin: 'popup', from: 'old' });
    expect(bench.record('job-1')).toMatchObject({ page });
  });

  test('a job knows that its words were shortened', async () => {
    const { handlers, bench } = setUp();
    await handlers.generate({ request: FOX, origin: 'selection', shortened: true });
    expect(bench.record('job-1')).toMatchObject({ shortened: true });
    await handlers.generate({ request: FOX, origin: 'popup' });
    expect(bench.record('job-2')).not.toHaveProperty('shortened');
    await handlers.generate({ request: FOX, origin: 'popup', from: 'job-1' });
    expect(bench.record('job-3')).toMatchObject({ shortened: true });
  });

  test.each(['🦊 in the ❄️', 'ثعلب أحمر في الثلج', 'שועל אדום', 'a "quoted" <b>fox</b> {prompt}'])(
    '%s is a prompt like any other',
    async (prompt) => {
      const { handlers, bench } = setUp();
      expect(await handlers.generate({ request: { ...FOX, prompt }, origin: 'popup' })).toMatchObject({
        ok: true,
      });
      await bench.until(() => bench.asked.length === 1);
      expect(bench.asked[0]?.prompt).toBe(prompt);
    },
  );

  test('a job that cannot be stored is not sent, and the page is told why', async () => {
    const { handlers, bench } = setUp();
    bench.failStoring(1, 9);
    expect(await handlers.generate({ request: FOX, origin: 'popup' })).toEqual(refused('STORAGE_FAILED'));
    expect(bench.asked).toEqual([]);
  });
});

test('several pictures of one press: a job each, cancelled together', async () => {
  const { handlers, bench } = setUp();
  const reply = await handlers.generate({ request: FOX, origin: 'popup', count: 3 });
  if (!reply.ok) throw new Error('Refused');
  expect(reply.value.jobIds).toHaveLength(3);
  const group = bench.record(reply.value.jobId)?.group ?? '';
  expect(await handlers.cancelAll({ group })).toEqual({ ok: true, value: { cancelled: 3 } });
  expect(reply.value.jobIds.map((id) => bench.record(id)?.status)).toEqual(Array(3).fill('cancelled'));
});

describe('what a job can be told', () => {
  test.each(['beginNow', 'letWait', 'lookAgain'] as const)(
    '%s is refused where it makes no sense',
    async (name) => {
      const { handlers, services } = setUp();
      await services.jobs.save(sampleJob({ status: 'succeeded', endedAt: 1 }));
      expect(await handlers[name]({ jobId: 'one' })).toEqual(refused('NO_SUCH_JOB'));
    },
  );

  test('another provider instead', async () => {
    const { handlers, services, bench } = setUp();
    await services.jobs.save(sampleJob({ status: 'failed', endedAt: 1 }));
    expect(await handlers.askInstead({ jobId: 'one', provider: 'puter' })).toEqual({ ok: true, value: null });
    await bench.until(() => bench.asked.length === 1);
    expect(bench.asked[0]?.provider).toBe('puter');
  });
});

describe('cancel and dismiss', () => {
  test('name the job that is not there', async () => {
    const { handlers } = setUp();
    expect(await handlers.cancel({ jobId: 'x' })).toEqual(refused('NO_SUCH_JOB'));
    expect(await handlers.dismiss({ jobId: 'x' })).toEqual(refused('NO_SUCH_JOB'));
  });

  test('only an ended job can be dismissed', async () => {
    const { handlers, bench } = setUp();
    await handlers.generate({ request: FOX, origin: 'popup' });
    await bench.until(() => bench.asked.length === 1);
    expect(await handlers.dismiss({ jobId: 'job-1' })).toEqual(refused('NO_SUCH_JOB'));
    expect(await handlers.cancel({ jobId: 'job-1' })).toEqual({ ok: true, value: null });
    await bench.ended('job-1');
    expect(await handlers.dismiss({ jobId: 'job-1' })).toEqual({ ok: true, value: null });
    expect(bench.record('job-1')).toMatchObject({ status: 'cancelled', dismissed: true });
    expect(await handlers.dismiss({ jobId: 'job-1', undo: true })).toEqual({ ok: true, value: null });
    expect(bench.record('job-1')).toMatchObject({ status: 'cancelled', dismissed: false });
  });

  test('a disk that is full is said to be', async () => {
    const { handlers, bench, services } = setUp();
    await services.jobs.save(sampleJob({ status: 'failed', endedAt: 1 }));
    bench.failStoring();
    expect(await handlers.dismiss({ jobId: 'one' })).toEqual(refused('STORAGE_FAILED'));
  });
});

describe('a picture that was paid for but could not be reached', () => {
  const pictureUrl = 'https://cdn.example/fox.png';
  const made = {
    model: 'acme/fox',
    route: 'replicate',
    warnings: [{ code: 'negative-prompt-ignored' as const }],
  };
  const failed = sampleJob({
    status: 'failed',
    startedAt: 1_000,
    endedAt: 3_000,
    error: {
      code: 'PICTURE_UNREACHABLE',
      message: '',
      causes: [
        {
          provider: 'huggingface',
          error: { code: 'PICTURE_UNREACHABLE', message: '', shouldFallback: false, pictureUrl, made },
        },
      ],
    },
  });

  test('is fetched from where it lies, without a token, and the job has succeeded', async () => {
    const { handlers, services, asked, bench, state } = setUp(png);
    await services.jobs.save(failed);
    expect(await handlers.fetchPicture({ jobId: 'one' })).toEqual({ ok: true, value: null });
    expect(asked).toEqual([{ url: pictureUrl, authorization: null }]);
    expect(bench.gallery.has('one')).toBe(true);
    expect(bench.record('one')).toMatchObject({
      status: 'succeeded',
      provider: 'huggingface',
      ...made,
      endedAt: 3_000,
    });
    expect(bench.record('one')).not.toHaveProperty('error');
    expect(state.holds).toBe(0);
  });

  test('and was fetched but not stored: it is stored when asked again, not fetched again', async () => {
    const { handlers, services, bench, asked } = setUp(png);
    await services.jobs.save(failed);
    bench.state.galleryBroken = true;
    for (const _ of ['primary', 'again'])
      expect(await handlers.fetchPicture({ jobId: 'one' })).toEqual(refused('STORAGE_FAILED'));
    bench.state.galleryBroken = false;
    expect(await handlers.fetchPicture({ jobId: 'one' })).toEqual({ ok: true, value: null });
    expect(asked).toHaveLength(1);
    expect(bench.record('one')).toMatchObject({ status: 'succeeded', model: made.model });
  });

  test('is fetched once, however many ask, also when it is there already', async () => {
    const { handlers, services, asked } = setUp(png);
    await services.jobs.save(failed);
    const both = [1, 2].map(() => handlers.fetchPicture({ jobId: 'one' }));
    expect(await Promise.all(both)).toEqual([
      { ok: true, value: null },
      { ok: true, value: null },
    ]);
    expect(await handlers.fetchPicture({ jobId: 'one' })).toEqual({ ok: true, value: null });
    expect(asked).toHaveLength(1);
  });

  test.each([
    ['gone', () => new Response('', { status: 404 })],
    ['no picture', () => new Response('<!doctype html>')],
    ['not to be reached', () => Promise.reject(new TypeError('Failed to fetch'))],
  ])('and is still %s: the job stays as it is', async (_, answer) => {
    const { handlers, services, bench, state } = setUp(answer);
    await services.jobs.save(failed);
    expect(await handlers.fetchPicture({ jobId: 'one' })).toEqual(refused('PICTURE_STILL_UNREACHABLE'));
    expect(bench.record('one')).toEqual(failed);
    expect(state.holds).toBe(0);
  });

  test('and is reached, but the job cannot be stored: that is said', async () => {
    const { handlers, services, bench, state } = setUp(png);
    await services.jobs.save(failed);
    let holds = 0;
    bench.area.beforeSet = () => {
      holds = state.holds;
      throw new Error('Disk full');
    };
    expect(await handlers.fetchPicture({ jobId: 'one' })).toEqual(refused('STORAGE_FAILED'));
    expect(holds).toBe(1);
    bench.area.beforeSet = () => undefined;
    expect(await handlers.fetchPicture({ jobId: 'one' })).toEqual({ ok: true, value: null });
    expect(state.holds).toBe(0);
  });

  test('and another one of the other service too: the one that can be fetched is taken', async () => {
    const other = 'https://pictures.example/other.png';
    const { handlers, services, bench, asked } = setUp((url) =>
      url === other ? png() : new Response('', { status: 404 }),
    );
    const late = { code: 'TIMEOUT', message: '', shouldFallback: true, pictureUrl: other } as const;
    const [first] = failed.error?.causes ?? [];
    if (!first || !failed.error) throw new Error('No cause');
    const causes = [
      first,
      { provider: 'puter' as const, error: { ...late, made: { model: 'flux-schnell' } } },
    ];
    await services.jobs.save({ ...failed, error: { ...failed.error, causes } });
    expect(await handlers.fetchPicture({ jobId: 'one' })).toEqual({ ok: true, value: null });
    expect(asked.map(({ url }) => url)).toEqual([pictureUrl, other]);
    expect(bench.record('one')).toMatchObject({ provider: 'puter', model: 'flux-schnell' });
  });

  test('a job without such a picture has none to fetch', async () => {
    const { handlers, services, asked } = setUp(png);
    await services.jobs.save(sampleJob({ status: 'failed', endedAt: 1 }));
    expect(await handlers.fetchPicture({ jobId: 'one' })).toEqual(refused('NO_SUCH_JOB'));
    expect(await handlers.fetchPicture({ jobId: 'two' })).toEqual(refused('NO_SUCH_JOB'));
    expect(asked).toEqual([]);
  });
});

describe('a picture that was paid for but could not be stored', () => {
  test('is stored when there is room again', async () => {
    const { handlers, bench } = setUp();
    bench.state.galleryBroken = true;
    await handlers.generate({ request: FOX, origin: 'popup' });
    await bench.until(() => bench.asked.length === 1);
    bench.asked[0]?.answer({ success: true, image: PICTURE, model: 'acme/fox', route: 'nscale' });
    await bench.ended('job-1');
    expect(await handlers.keepPicture({ jobId: 'job-1' })).toEqual(refused('STORAGE_FAILED'));
    const value = { image: PICTURE, picture: expect.objectContaining({ id: 'job-1', model: 'acme/fox' }) };
    expect(await handlers.heldPicture({ jobId: 'job-1' })).toEqual({ ok: true, value });
    bench.state.galleryBroken = false;
    expect(await handlers.keepPicture({ jobId: 'job-1' })).toEqual({ ok: true, value: null });
    expect(await handlers.heldPicture({ jobId: 'job-1' })).toEqual(refused('NO_SUCH_JOB'));
    const job = bench.record('job-1');
    expect(job).toMatchObject({
      status: 'succeeded',
      provider: 'huggingface',
      model: 'acme/fox',
      route: 'nscale',
    });
    expect(job).not.toHaveProperty('error');
  });

  const unstored = sampleJob({
    status: 'failed',
    endedAt: 1,
    attempts: [{ provider: 'huggingface', startedAt: 1, endedAt: 2, outcome: 'succeeded', routes: [] }],
    error: { code: 'STORAGE_FAILED', message: '', causes: [] },
  });

  test('and is no longer held: the job can be retried instead', async () => {
    const { handlers, services, bench } = setUp();
    await services.jobs.save(unstored);
    expect(await handlers.keepPicture({ jobId: 'one' })).toEqual(refused('NO_SUCH_JOB'));
    expect(bench.record('one')).toMatchObject({ status: 'interrupted' });
  });

  test('and was stored after all: the job has succeeded', async () => {
    const { handlers, services, bench } = setUp();
    await services.jobs.save(unstored);
    bench.gallery.set('one', { picture: samplePicture(), blob: new Blob() });
    expect(await handlers.keepPicture({ jobId: 'one' })).toEqual({ ok: true, value: null });
    expect(bench.record('one')).toMatchObject({ status: 'succeeded', model: 'acme/fox' });
  });

  test('and the gallery cannot be read: nothing is given up', async () => {
    const { handlers, services, bench } = setUp();
    await services.jobs.save(unstored);
    bench.state.galleryUnreadable = true;
    expect(await handlers.keepPicture({ jobId: 'one' })).toEqual(refused('STORAGE_FAILED'));
    expect(bench.record('one')).toEqual(unstored);
  });

  test('is not promised when it is no longer held', async () => {
    const { handlers, services } = setUp();
    await services.jobs.save(sampleJob({ status: 'failed', endedAt: 1 }));
    expect(await handlers.keepPicture({ jobId: 'one' })).toEqual(refused('NO_SUCH_JOB'));
  });
});
