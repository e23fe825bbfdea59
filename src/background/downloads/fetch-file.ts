import type { Hub, RepositoryRef, Source } from '../../hub/index.ts';
import { HubError } from '../../hub/index.ts';
import type { Problem } from '../../messages/index.ts';
import { startDeadline } from '../../web/deadline.ts';
import type { PartFiles } from '../../web/part-files.ts';
import { hubProblem } from '../lookups/hub-problem.ts';
import { askForFile, type FileAnswer } from './ask-for-file.ts';
import type { Download } from './download-store.ts';
import { writeBody } from './write-body.ts';

export interface FilePorts {
  fetch: (input: string, init?: RequestInit) => Promise<Response>;
  clock: { now(): number };
  files: PartFiles;
  /** The hub and its sources by the settings as they are now, so that a removed or switched-off source is not asked. */
  hubNow(): Promise<{
    hub: Pick<Hub, 'pathsInfo' | 'resolve'>;
    sources: readonly Source[];
    timeoutMs: number;
  }>;
}

/** The result of one try. `whole`: the file is complete, with `size` bytes. `mayPass`: another try may help. */
export type Tried = { end: 'whole'; size: number } | { end: 'problem'; problem: Problem; mayPass: boolean };

interface Heard {
  /** The answer has begun: its first byte's place in the file, the file's size in bytes and the hub's name for its content. */
  onBegin: (begin: { from: number; size: number | undefined; content: string | undefined }) => Promise<void>;
  /** More bytes have come: how many. */
  onBytes: (count: number) => void;
}

/** The shortest time to wait for bytes: a hub's file store may answer more slowly than its API, for which `timeoutMs` is set. */
const SHORTEST_PATIENCE_MS = 30_000;

/** Tries once to fetch the missing rest of a file. Rejects when it is cancelled, or when the disk fails. */
export async function fetchFile(
  { fetch, clock, files, hubNow }: FilePorts,
  download: Download,
  { onBegin, onBytes }: Heard,
  signal: AbortSignal,
): Promise<Tried> {
  const { id, repository, path } = download;
  const fail = (problem: Problem, mayPass = false): Tried => ({
    end: 'problem',
    problem: { subject: path, ...problem },
    mayPass,
  });
  const { hub, sources, timeoutMs } = await hubNow();
  const source = sources.find((one) => one.id === download.source && one.enabled);
  if (!source) return fail({ code: 'DOWNLOAD_SOURCE_GONE', subject: download.source });
  const silenceMs = Math.max(timeoutMs, SHORTEST_PATIENCE_MS);

  const said = await entryAt(hub, repository, path, source.id, signal);
  signal.throwIfAborted();
  if (said.content !== undefined && download.content !== undefined && said.content !== download.content)
    await files.remove(id);
  const from = await files.size(id);
  const size = said.size ?? download.size;
  if (size !== undefined && from === size && from > 0) return { end: 'whole', size };
  if (size !== undefined && from > size) {
    await files.remove(id);
    return fail({ code: 'DOWNLOAD_WRONG_SIZE' }, true);
  }

  let answer: FileAnswer;
  const deadline = startDeadline(silenceMs, signal);
  try {
    const { url } = await hub.resolve(repository, path, { source: source.id, signal: deadline.signal });
    const own = new URL(url).origin === URL.parse(source.url)?.origin;
    const asking = { fetch, from, size, nowMs: clock.now(), signal };
    answer = await askForFile(url, {
      ...asking,
      token: own ? source.token : undefined,
      signal: deadline.signal,
    });
  } catch (thrown) {
    signal.throwIfAborted();
    if (thrown instanceof HubError) return fail(withoutOthers(hubProblem(thrown, path)), true);
    return fail({ code: 'HUB_UNAVAILABLE' }, true);
  } finally {
    deadline.stop();
  }
  if (answer.kind === 'problem') {
    // The server did not send the requested rest: the next try begins at the first byte.
    if (answer.problem.code === 'DOWNLOAD_CUT_SHORT') await files.remove(id);
    return fail(answer.problem, answer.mayPass || answer.problem.code === 'DOWNLOAD_CUT_SHORT');
  }
  if (answer.from === 0 && from > 0) await files.remove(id);
  const whole = said.size ?? answer.total;
  await onBegin({ from: answer.from, size: whole, content: said.content });
  const written = await writeBody(answer.response, { files, id, signal, silenceMs, onBytes });
  if (written === 'no-room') {
    await files.remove(id);
    return fail({ code: 'DOWNLOAD_NO_ROOM' });
  }
  const received = await files.size(id);
  if (written === 'ended' && (whole === undefined || received === whole))
    return { end: 'whole', size: received };
  if (whole === undefined || received < whole) return fail({ code: 'DOWNLOAD_CUT_SHORT' }, true);
  await files.remove(id);
  return fail({ code: 'DOWNLOAD_WRONG_SIZE' });
}

/**
 * The file's size in bytes and the hub's identifier of its content. Empty where the hub does not say: the file is requested
 * anyway.
 */
async function entryAt(
  hub: Pick<Hub, 'pathsInfo'>,
  repository: RepositoryRef,
  path: string,
  source: string,
  signal: AbortSignal,
): Promise<{ size?: number; content?: string }> {
  const found = await hub.pathsInfo(repository, [path], { source, signal }).catch(() => undefined);
  const entry = found?.items.find((item) => item.path === path);
  const { size, oid } = entry ?? {};
  return {
    ...(typeof size === 'number' && Number.isSafeInteger(size) && size >= 0 && { size }),
    ...(typeof oid === 'string' && oid.length < 200 && { content: oid }),
  };
}

/** Replaces a problem that offers other sources: a download is fetched from its own source only. */
function withoutOthers({ others, ...problem }: Problem): Problem {
  return others ? { code: 'HUB_UNAVAILABLE' } : problem;
}
