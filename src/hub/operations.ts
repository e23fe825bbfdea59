import type { Answer } from './answers/answer.ts';
import { HubError, nobodyHasIt, notAsShown, notHandedOut, refused } from './answers/hub-error.ts';
import { wholeness } from './answers/wholeness.ts';
import type { LocationCache } from './cache/cache.ts';
import type { Ask } from './client/client.ts';
import { collectPages, type Pages } from './client/pages.ts';
import type { Find, Finding, FindOptions } from './lookup/lookup.ts';
import { isFilePath, isRepositoryId, namedRevision } from './protocol/identifiers.ts';
import type { Question } from './protocol/question.ts';
import { listQuestion, repositoryQuestion, revisionsQuestion } from './protocol/questions.ts';
import { isObject, revisionsIn } from './protocol/shapes.ts';
import { provenanceOf } from './protocol/source-url.ts';
import { withWholePaths } from './protocol/tree-paths.ts';
import { fileUrl, infoUrl, pageUrl, pathsInfoUrl, revisionsUrl, treeUrl } from './protocol/urls.ts';
import type {
  Found,
  Hub,
  Redirect,
  RepoInfo,
  RepositoryRef,
  Source,
  TreeEntry,
  TreeOptions,
  UseOptions,
} from './types.ts';

type Operations = Pick<Hub, 'info' | 'tree' | 'pathsInfo' | 'revisions' | 'resolve' | 'page'>;

/** The source that hosts a repository, and the id to use in its URLs. */
interface Host {
  source: Source;
  id: string;
  finding: Finding;
  bound: Answer;
}

/** The operations on a repository. Each is answered by the source that hosts it and by no other. */
export function createOperations(find: Find, ask: Ask, cache: LocationCache): Operations {
  const never = new AbortController().signal;

  async function hostOf(ref: RepositoryRef, options: FindOptions): Promise<Host> {
    const finding = await find(ref, { ...options, complete: false, onAttempt: undefined });
    const { location, bound } = finding;
    if (!bound) throw nobodyHasIt(ref.id, location);
    if (bound.code === 'RevisionNotFound' && namedRevision(ref)) throw notHandedOut(ref.id, bound);
    const { canonicalId } = bound;
    return { source: bound.source, id: isRepositoryId(canonicalId) ? canonicalId : ref.id, finding, bound };
  }

  /** Asks the host. If it turns out not to have the repository, the cached host is dropped and looked up again, once. */
  async function askHost(
    ref: RepositoryRef,
    options: FindOptions,
    question: (host: Host) => Promise<Answer>,
  ): Promise<Answer> {
    const askOnce = async () => question(await hostOf(ref, options));
    const lease = cache.open(ref, []);
    let answer = await askOnce().finally(() => lease.close());
    if (answer.verdict === 'absent') {
      // If another operation evicted the record meanwhile, the record there now may be newer than this answer, and is kept.
      if (!lease.isRevoked()) await cache.evict(ref);
      answer = await askOnce();
      if (answer.verdict === 'absent') await cache.evict(ref);
    }
    if (answer.verdict !== 'present' || answer.body === undefined) throw notHandedOut(ref.id, answer);
    return answer;
  }

  /** When only one source is allowed and gives nothing, adds to the error which other sources would answer. */
  async function asShown<Value>(
    ref: RepositoryRef,
    { source, signal }: FindOptions,
    use: () => Promise<Value>,
  ): Promise<Value> {
    try {
      return await use();
    } catch (error) {
      if (source === undefined || !(error instanceof HubError)) throw error;
      const others = await find(ref, { signal, without: source });
      const { source: first, alternatives } = others.location;
      throw notAsShown(error, source, first === undefined ? [] : [first, ...alternatives]);
    }
  }

  async function list(
    ref: RepositoryRef,
    options: TreeOptions,
    question: (host: Host) => Question,
    read: (entries: TreeEntry[], source: Source) => TreeEntry[] = (entries) => entries,
  ): Promise<Found<TreeEntry[]>> {
    let pages: Pages | undefined;
    const answer = await asShown(ref, justTheHost(options), () =>
      askHost(ref, justTheHost(options), async (host) => {
        pages = await collectPages(ask, host.source, question(host), options.signal ?? never);
        // A list that is too large is shown as far as it was read. A page that failed is an error: the next try may bring it.
        return pages.incomplete === 'failed-page' ? (pages.failure ?? pages.answer) : pages.answer;
      }),
    );
    const entries = (pages?.items ?? []).filter(isObject);
    const items = read(entries, answer.source).map((entry) => withOurTags(entry, answer.source));
    return { items, ...wholeness(pages?.incomplete), ...provenanceOf(answer.source) };
  }

  async function redirect(
    ref: RepositoryRef,
    { signal, fresh, source }: UseOptions,
    url: (host: Host) => string,
  ): Promise<Redirect> {
    const options = { signal, fresh, source };
    const host = await asShown(ref, options, () => hostOf(ref, options));
    const confidence = host.finding.location.confidence ?? 'provisional';
    return { url: url(host), source: host.source.id, confidence };
  }

  return {
    async info(ref, options = {}) {
      const { expand = [], ...wishes } = options;
      const { body, source } = await asShown(ref, options, () =>
        askHost(ref, { ...wishes, expand }, async ({ source, id, bound }) => {
          if (!bound.cached) return bound;
          const url = infoUrl(source, ref, id, expand);
          return ask(source, repositoryQuestion(url), options.signal ?? never);
        }),
      );
      return { ...(body as RepoInfo), ...provenanceOf(source) };
    },

    async tree(ref, path = '', options = {}) {
      if (path !== '' && !isFilePath(path)) throw refused(path, 'InvalidPath');
      const query = treeQuery(options);
      return list(
        ref,
        options,
        ({ source, id }) => listQuestion(treeUrl(source, ref, id, path, query)),
        (entries, source) => withWholePaths(source, entries, path, options.recursive === true),
      );
    },

    async pathsInfo(ref, paths, options = {}) {
      const wrong = paths.find((path) => !isFilePath(path));
      if (wrong !== undefined) throw refused(wrong, 'InvalidPath');
      if (paths.length === 0) {
        const { source } = await asShown(ref, justTheHost(options), () => hostOf(ref, justTheHost(options)));
        return { items: [], ...wholeness(undefined), ...provenanceOf(source) };
      }
      const form = new URLSearchParams(paths.map((path) => ['paths', path]));
      if (options.expand) form.set('expand', 'true');
      return list(ref, options, ({ source, id }) => ({
        ...listQuestion(pathsInfoUrl(source, ref, id)),
        form,
      }));
    },

    async revisions({ type, id }, options = {}) {
      const ref = { type, id };
      const answer = await asShown(ref, options, () =>
        askHost(ref, justTheHost(options), ({ source, id }) =>
          ask(source, revisionsQuestion(revisionsUrl(source, ref, id)), options.signal ?? never),
        ),
      );
      return revisionsIn(answer.body);
    },

    async resolve(ref, file, options = {}) {
      if (!isFilePath(file)) throw refused(file, 'InvalidPath');
      return redirect(ref, options, ({ source, id }) => fileUrl(source, ref, id, file));
    },

    async page({ type, id: asked }, options = {}) {
      const ref = { type, id: asked };
      return redirect(ref, options, ({ source, id }) => pageUrl(source, ref, id));
    },
  };
}

/** The entry; tags that the hub itself sent are replaced by ours. */
function withOurTags(entry: TreeEntry, source: Source): TreeEntry {
  return '_source' in entry || '_source_url' in entry ? { ...entry, ...provenanceOf(source) } : entry;
}

/** The options that concern finding the host. `expand` is left out, since it means something else to a tree. */
function justTheHost({ signal, fresh, source }: TreeOptions): FindOptions {
  return { signal, fresh, source };
}

function treeQuery({ recursive, expand }: TreeOptions): Record<string, string> {
  return { ...(recursive && { recursive: 'true' }), ...(expand && { expand: 'true' }) };
}
