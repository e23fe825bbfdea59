import { isActive, type Job, mayTryAgain } from '../../jobs/index.ts';
import type { Texts } from '../../language/index.ts';

interface NoticeWords {
  id: string;
  title: string;
  message: string;
  picture?: string | undefined;
  button?: string | undefined;
}

export interface NoticePorts {
  /** Whether the user wants to be told. */
  isWanted(): Promise<boolean>;
  /** Whether a page of ours shows it to somebody now. */
  isShown(): Promise<boolean>;
  /** A small picture as a data URL; undefined when there is none. */
  pictureOf(id: string): Promise<string | undefined>;
  show(notice: NoticeWords): Promise<unknown>;
  clear(id: string): void;
  getJob(id: string): Promise<Job | undefined>;
  /** Has the same picture asked for once more: a press that pays. */
  retry(job: Job): Promise<void>;
  openPicture(id: string): Promise<void>;
  openJob(id: string): Promise<void>;
  /** What is said, in the language that the user chose. */
  texts(): Promise<Pick<Texts, 'find'>>;
}

const PREFIX = 'job:';
/** Characters of a prompt: notifications show no more. */
const LONGEST_PROMPT = 120;

/** Tells how a job ended when no page of ours shows it, and takes what is pressed on that. */
export function createNotices(ports: NoticePorts) {
  /** Notices whose *Retry* was pressed: a second press comes before the first is on record. */
  const retried = new Set<string>();

  async function tell(job: Job): Promise<void> {
    // What the user ended is no news; neither is what they have seen.
    if (isActive(job) || job.status === 'cancelled' || job.dismissed) return;
    if (!(await ports.isWanted()) || (await ports.isShown())) return;
    const { find: text } = await ports.texts();
    const prompt = shortened(job.request.prompt);
    const id = PREFIX + job.id;
    if (job.status === 'succeeded') {
      const picture = await ports.pictureOf(job.id).catch(() => undefined);
      await ports.show({ id, title: text('notice_ready') ?? '', message: prompt, picture });
      return;
    }
    const button = mayTryAgain(job) ? text('common_retry') : undefined;
    await ports.show({ id, title: reasonOf(job, text), message: prompt, button });
  }

  /** Why there is no picture, in the words that the pages have for it. */
  function reasonOf({ status, error }: Job, text: Texts['find']): string {
    const provider = error?.causes.at(-1)?.provider;
    const name = (provider && text(`common_${provider}`)) ?? provider ?? '';
    const code = status === 'interrupted' ? 'interrupted' : (error?.code ?? 'UNKNOWN');
    return text(`error_${code}`, name) ?? text('error_UNKNOWN') ?? '';
  }

  const jobOf = (noticeId: string) =>
    noticeId.startsWith(PREFIX) ? ports.getJob(noticeId.slice(PREFIX.length)) : undefined;

  return {
    tell: (job: Job) => tell(job).catch(() => undefined),
    async pressed(noticeId: string): Promise<void> {
      const job = await jobOf(noticeId);
      ports.clear(noticeId);
      if (job?.status === 'succeeded') await ports.openPicture(job.id);
      else if (noticeId.startsWith(PREFIX)) await ports.openJob(noticeId.slice(PREFIX.length));
    },
    /** *Retry*. One that was tried again meanwhile, or cannot be, is shown instead: nothing is paid twice by one notice. */
    async retry(noticeId: string): Promise<void> {
      if (retried.has(noticeId)) return;
      retried.add(noticeId);
      const job = await jobOf(noticeId);
      ports.clear(noticeId);
      if (job && !job.dismissed && mayTryAgain(job)) await ports.retry(job);
      else if (job) await ports.openJob(job.id);
    },
  };
}

function shortened(prompt: string): string {
  const signs = [...prompt];
  return signs.length > LONGEST_PROMPT ? `${signs.slice(0, LONGEST_PROMPT - 1).join('')}…` : prompt;
}
