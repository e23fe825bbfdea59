import { MAX_SELECTION } from '../../generation/index.ts';
import { isActive, type Job, mayTryAgain } from '../../jobs/index.ts';
import type { Texts } from '../../language/index.ts';
import type { Handlers } from '../../messages/index.ts';

interface NoticeWords {
  id: string;
  title: string;
  message: string;
  picture?: string | undefined;
  button?: string | undefined;
}

export interface NoticePorts {
  /** Whether the user has switched notifications on. */
  isWanted(): Promise<boolean>;
  /** Whether a visible page of ours shows now how this job ended. */
  isShown(job: Job): Promise<boolean>;
  /** Has the toolbar button say that this job ended, until it is seen. */
  markUnseen(id: string): Promise<unknown>;
  /** Takes that back. */
  markSeen(id: string): Promise<unknown>;
  /** A small picture as a data URL; undefined when there is none. */
  pictureOf(id: string): Promise<string | undefined>;
  show(notice: NoticeWords): Promise<unknown>;
  clear(id: string): void;
  getJob(id: string): Promise<Job | undefined>;
  /** Starts a new job, which may cost money. */
  generate: Handlers['generate'];
  /** Marks a job that was retried as dismissed. */
  dismiss(id: string): Promise<unknown>;
  openPicture(id: string): Promise<void>;
  openJob(id: string, isPrivate: boolean): Promise<void>;
  /** The texts of notifications in the user's language. */
  texts(): Promise<Pick<Texts, 'find'>>;
}

const PREFIX = 'job:';
/** How many characters of a prompt a notification shows at most. */
const LONGEST_PROMPT = 120;

/** Creates the notifications of ended jobs, shown when no page of ours is visible, and the handlers of presses on them. */
export function createNotices(ports: NoticePorts) {
  /** Ids of notices whose *Retry* was pressed: a second press may come before the first is stored in the job. */
  const retried = new Set<string>();

  async function tell(job: Job): Promise<void> {
    // A job that the user cancelled or dismissed is no news to them.
    if (isActive(job) || job.status === 'cancelled' || job.dismissed) return;
    if (await ports.isShown(job)) return;
    // No extension is told whether the system shows its notifications, so the button says it as well.
    await ports.markUnseen(job.id).catch(() => undefined);
    if (!(await ports.isWanted())) return;
    const { find: text } = await ports.texts();
    // Operating systems keep a list of notifications, so a notification about a private window shows no prompt and no picture.
    const words = job.isPrivate ? text('notice_private') : shortened(job.request.prompt);
    const cut = job.shortened && text('common_shortened', MAX_SELECTION);
    const message = [words, cut].filter(Boolean).join('\n');
    const id = PREFIX + job.id;
    if (job.status === 'succeeded') {
      const picture = job.isPrivate ? undefined : await ports.pictureOf(job.id).catch(() => undefined);
      await ports.show({ id, title: text('notice_ready') ?? '', message, picture });
      return;
    }
    const button = mayTryAgain(job) ? text('common_retry') : undefined;
    await ports.show({ id, title: reasonOf(job, text), message, button });
  }

  /** Why there is no picture, in the words that the pages have for it. */
  function reasonOf({ status, error }: Job, text: Texts['find']): string {
    const provider = error?.causes.at(-1)?.provider;
    const name = (provider && text(`common_${provider}`)) ?? provider ?? '';
    const code = status === 'interrupted' ? 'interrupted' : (error?.code ?? 'UNKNOWN');
    return text(`error_${code}`, name) ?? text('error_UNKNOWN') ?? '';
  }

  const again = async ({ id, request, origin }: Job) =>
    (await ports.generate({ request, origin, from: id } as Parameters<typeof ports.generate>[0])).ok;

  const jobOf = (noticeId: string) =>
    noticeId.startsWith(PREFIX) ? ports.getJob(noticeId.slice(PREFIX.length)) : undefined;

  return {
    tell: (job: Job) => tell(job).catch(() => undefined),
    async pressed(noticeId: string): Promise<void> {
      const job = await jobOf(noticeId);
      ports.clear(noticeId);
      if (job) await ports.markSeen(job.id).catch(() => undefined);
      // A picture of a private window is not in the gallery, so its job is opened.
      if (job?.status === 'succeeded' && !job.isPrivate) await ports.openPicture(job.id);
      else if (noticeId.startsWith(PREFIX))
        await ports.openJob(noticeId.slice(PREFIX.length), job?.isPrivate === true);
    },
    /**
     * *Retry* was pressed. A job that was retried meanwhile, or may not be retried, is opened instead, so that one notice never
     * pays twice.
     */
    async retry(noticeId: string): Promise<void> {
      if (retried.has(noticeId)) return;
      retried.add(noticeId);
      const job = await jobOf(noticeId);
      ports.clear(noticeId);
      if (!job) return;
      if (!job.dismissed && mayTryAgain(job) && (await again(job))) await ports.dismiss(job.id);
      else await ports.openJob(job.id, job.isPrivate === true);
    },
  };
}

function shortened(prompt: string): string {
  const signs = [...prompt];
  return signs.length > LONGEST_PROMPT ? `${signs.slice(0, LONGEST_PROMPT - 1).join('')}…` : prompt;
}
