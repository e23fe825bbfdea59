import { describe, expect, test } from 'vitest';
import { createNotices, type NoticePorts } from '../../../../src/background/notices/notices.ts';
import type { Job } from '../../../../src/jobs/index.ts';

const job = (more: Partial<Job> = {}): Job => ({
  id: 'one',
  request: { prompt: 'a red fox', style: 'none' },
  origin: 'selection',
  status: 'succeeded',
  createdAt: 1,
  attempts: [],
  ...more,
});
const failed = (code: string, more: object = {}) =>
  job({
    status: 'failed',
    error: {
      code,
      message: '',
      causes: [
        { provider: 'huggingface', error: { code, message: '', shouldFallback: false, ...more } as never },
      ],
    },
  });
const ENGLISH: Record<string, string> = {
  notice_ready: 'Your picture is ready',
  notice_private: 'From a private window',
  common_retry: 'Retry',
  common_shortened: 'Shortened, it was longer than $1.',
  common_huggingface: 'Hugging Face',
  error_RATE_LIMIT: '$1 is busy.',
  error_CONTENT_REFUSED: '$1 refused this content.',
  error_UNKNOWN: 'Something unexpected went wrong.',
  error_interrupted: 'The browser stopped the work before it was done.',
};

function bench(stored: Job | undefined, ports: Partial<NoticePorts> = {}) {
  const shown: unknown[] = [];
  const log: string[] = [];
  const notices = createNotices({
    isWanted: async () => true,
    isShown: async () => false,
    markUnseen: async (id) => void log.push(`unseen ${id}`),
    markSeen: async (id) => void log.push(`seen ${id}`),
    pictureOf: async () => 'data:image/webp;base64,AA==',
    show: async (notice) => void shown.push(notice),
    clear: (id) => void log.push(`clear ${id}`),
    getJob: async () => stored,
    generate: async ({ from, request, origin }) => {
      log.push(`retry ${from}: ${request.prompt} by ${origin}`);
      return { ok: true, value: { jobId: 'two', jobIds: ['two'] } };
    },
    dismiss: async (id) => void log.push(`dismiss ${id}`),
    openPicture: async (id) => void log.push(`picture ${id}`),
    openJob: async (id) => void log.push(`job ${id}`),
    texts: async () => ({
      find: (key, ...values) => ENGLISH[key]?.replace('$1', String(values[0] ?? '')),
    }),
    ...ports,
  });
  return { notices, shown, log };
}

describe('what the toolbar button is left to say', () => {
  test('how a job ended that no page shows, whether or not a notification is wanted or comes', async () => {
    const kinds: Partial<NoticePorts>[] = [
      {},
      { isWanted: async () => false },
      { show: () => Promise.reject(new Error('switched off by the system')) },
      { isWanted: () => Promise.reject(new Error('settings cannot be read')) },
    ];
    for (const ports of kinds) {
      const { notices, log } = bench(job(), ports);
      await notices.tell(job());
      expect(log).toEqual(['unseen one']);
    }
  });

  test('nothing of what a page shows, and of what the user ended', async () => {
    const { notices, log } = bench(job(), { isShown: async () => true });
    await notices.tell(job());
    const other = bench(job());
    await other.notices.tell(job({ status: 'cancelled' }));
    await other.notices.tell(job({ status: 'failed', dismissed: true }));
    expect([log, other.log]).toEqual([[], []]);
  });

  test('nothing more once the notification was pressed', async () => {
    const { notices, log } = bench(job());
    await notices.pressed('job:one');
    expect(log).toEqual(['clear job:one', 'seen one', 'picture one']);
  });

  test('a record that cannot be changed costs nobody the notification', async () => {
    const { notices, shown } = bench(job(), { markUnseen: () => Promise.reject(new Error('full')) });
    await notices.tell(job());
    expect(shown).toHaveLength(1);
  });
});

describe('what is told', () => {
  test('a picture that is ready, with the picture', async () => {
    const { notices, shown } = bench(job());
    await notices.tell(job());
    expect(shown).toEqual([
      {
        id: 'job:one',
        title: 'Your picture is ready',
        message: 'a red fox',
        picture: 'data:image/webp;base64,AA==',
      },
    ]);
  });

  test('that the words were shortened, of a picture and of a failure', async () => {
    const { notices, shown } = bench(undefined);
    await notices.tell(job({ shortened: true }));
    await notices.tell({ ...failed('RATE_LIMIT'), shortened: true });
    const message = 'a red fox\nShortened, it was longer than 2000.';
    expect(shown).toMatchObject([{ message }, { message }]);
  });

  test('a picture that cannot be drawn small is told all the same', async () => {
    const { notices, shown } = bench(job(), { pictureOf: () => Promise.reject(new Error('broken')) });
    await notices.tell(job());
    expect(shown).toMatchObject([{ title: 'Your picture is ready', picture: undefined }]);
  });

  test('a failure, with its reason and Retry where trying again can help', async () => {
    const { notices, shown } = bench(undefined);
    await notices.tell(failed('RATE_LIMIT'));
    await notices.tell(failed('CONTENT_REFUSED'));
    await notices.tell(failed('OF_A_NEWER_VERSION'));
    await notices.tell(job({ status: 'interrupted' }));
    expect(shown).toMatchObject([
      { title: 'Hugging Face is busy.', button: 'Retry' },
      { title: 'Hugging Face refused this content.', button: undefined },
      { title: 'Something unexpected went wrong.' },
      { title: 'The browser stopped the work before it was done.' },
    ]);
  });

  test('no Retry where a picture is owed already', async () => {
    const { notices, shown } = bench(undefined);
    await notices.tell(failed('PICTURE_UNREACHABLE', { pictureUrl: 'https://cdn.example/1.png' }));
    expect(shown).toMatchObject([{ button: undefined }]);
  });

  test('of a private window neither its words nor its picture: systems keep notifications', async () => {
    const { notices, shown, log } = bench({ ...job(), isPrivate: true });
    await notices.tell({ ...job(), isPrivate: true });
    await notices.tell({ ...failed('RATE_LIMIT'), isPrivate: true });
    expect(JSON.stringify(shown)).not.toMatch(/fox|data:/);
    expect(shown).toMatchObject([
      { title: 'Your picture is ready', message: 'From a private window' },
      { title: 'Hugging Face is busy.', message: 'From a private window', button: 'Retry' },
    ]);
    // The gallery has no such picture.
    await notices.pressed('job:one');
    expect(log).toEqual(['unseen one', 'unseen one', 'clear job:one', 'seen one', 'job one']);
  });

  test.each<[string, Job, Partial<NoticePorts>]>([
    ['while a page of ours shows it', job(), { isShown: async () => true }],
    ['when it is not wanted', job(), { isWanted: async () => false }],
    ['of what the user cancelled', job({ status: 'cancelled' }), {}],
    ['of what was put away', job({ dismissed: true }), {}],
    ['of what still runs', job({ status: 'running' }), {}],
    ['when settings cannot be read', job(), { isWanted: () => Promise.reject(new Error('disk')) }],
  ])('nothing %s', async (_, ended, ports) => {
    const { notices, shown } = bench(ended, ports);
    await notices.tell(ended);
    expect(shown).toEqual([]);
  });
});

describe('a press', () => {
  test('shows the picture, or the job that has none', async () => {
    const ready = bench(job());
    await ready.notices.pressed('job:one');
    expect(ready.log).toEqual(['clear job:one', 'seen one', 'picture one']);
    const spent = bench(failed('RATE_LIMIT'));
    await spent.notices.pressed('job:one');
    expect(spent.log).toEqual(['clear job:one', 'seen one', 'job one']);
  });

  test('on Retry asks once more, and never where that could pay twice', async () => {
    const spent = bench(failed('RATE_LIMIT'));
    await spent.notices.retry('job:one');
    const once = ['clear job:one', 'retry one: a red fox by selection', 'dismiss one'];
    expect(spent.log).toEqual(once);
    // Pressed twice before the first press is on record.
    await spent.notices.retry('job:one');
    expect(spent.log).toEqual(once);
    for (const stored of [job(), { ...failed('RATE_LIMIT'), dismissed: true }]) {
      const { notices, log } = bench(stored);
      await notices.retry('job:one');
      expect(log).toEqual(['clear job:one', 'job one']);
    }
  });

  test('on Retry that cannot be begun shows the job, which can be tried again there', async () => {
    const { notices, log } = bench(failed('RATE_LIMIT'), {
      generate: async () => ({ ok: false, problem: { code: 'STORAGE_FAILED' } }),
    });
    await notices.retry('job:one');
    expect(log).toEqual(['clear job:one', 'job one']);
  });

  test('on a notice of something else does nothing', async () => {
    const { notices, log } = bench(job());
    await notices.retry('another');
    expect(log).toEqual(['clear another']);
  });
});
