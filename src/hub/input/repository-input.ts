import { withoutTrailingSlashes } from '../../web/addresses.ts';
import { isSegment } from '../protocol/identifiers.ts';
import type { Source } from '../types.ts';
import { type HubPath, readHubPath, typeOfFolder, withoutGit } from './hub-path.ts';
import { pastedText } from './pasted-text.ts';

export type RepositoryInput =
  | (HubPath & { source?: string; problem?: undefined })
  | { problem: 'empty' | 'not-a-repository' | 'unknown-host' };

/** Other names of a hub that people paste. */
const ALIASES: Record<string, string> = { 'hf.co': 'huggingface.co', 'www.huggingface.co': 'huggingface.co' };

/**
 * The repository in what somebody typed or pasted: `owner/name`, `name`, `datasets/owner/name`, `hf://owner/name@revision`,
 * or the URL of a page or a file on one of the hubs, which is then named as `source`.
 */
export function parseRepositoryInput(text: string, sources: readonly Source[]): RepositoryInput {
  const pasted = pastedText(text);
  if (pasted === '') return { problem: 'empty' };
  if (/^hf:\/\//i.test(pasted)) return fromHfUri(pasted.slice('hf://'.length));
  const url = urlIn(pasted, sources);
  if (!url) return fromId(withoutTrailingSlashes(pasted));

  const home = homeOf(url, sources);
  if (!home) return { problem: 'unknown-host' };
  const found = readHubPath(url.pathname.slice(basePath(home).length), home.type);
  return found ? { ...found, source: home.id } : { problem: 'not-a-repository' };
}

/** The text as a URL. A URL without a scheme, as an address bar shows it, counts when its host is a source's. */
function urlIn(text: string, sources: readonly Source[]): URL | undefined {
  const isWhole = /^https?:\/\//i.test(text);
  const typed = text.split('/', 1)[0]?.toLowerCase() ?? '';
  const host = ALIASES[typed] ?? typed;
  const hosts = sources.map((source) => URL.parse(source.url));
  // The port 443 of https may be written out.
  const known = hosts.find((url) => url?.host === host || `${url?.host}:443` === host);
  const url = isWhole ? URL.parse(text) : known && URL.parse(`${known.protocol}//${text}`);
  if (url) url.hostname = ALIASES[url.hostname] ?? url.hostname;
  return url ?? undefined;
}

/** The source that a URL belongs to. When several sources fit, the source with the longest path. */
function homeOf(url: URL, sources: readonly Source[]): Source | undefined {
  return sources
    .filter(
      (source) =>
        URL.parse(source.url)?.origin === url.origin && url.pathname.startsWith(`${basePath(source)}/`),
    )
    .sort((one, other) => basePath(other).length - basePath(one).length)[0];
}

function basePath(source: Source): string {
  return withoutTrailingSlashes(URL.parse(source.url)?.pathname ?? '');
}

/** `hf://datasets/owner/name@revision/path`, as the Python library writes it. A slash in the revision is encoded. */
function fromHfUri(rest: string): RepositoryInput {
  const segments = rest.split('/');
  const type = typeOfFolder(segments[0]);
  const [owner = '', named = ''] = type ? segments.slice(1) : segments;
  const [name = '', revision] = named.split('@', 2);
  const id = fromId([...(type ? [`${type}s`] : []), owner, name].join('/'));
  if (id.problem !== undefined || !revision) return id;
  const decoded = decodedSegment(revision);
  return decoded === undefined || decoded === 'main' ? id : { ref: { ...id.ref, revision: decoded } };
}

function decodedSegment(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

function fromId(typed: string): RepositoryInput {
  const [path = '', revision] = withoutAsides(typed).split('@', 2);
  const found = fromPath(path);
  if (revision === undefined || found.problem !== undefined) return found;
  const decoded = decodedSegment(revision);
  if (!decoded || !isSegment(decoded) || /[\s?#\\:@]/.test(decoded)) return { problem: 'not-a-repository' };
  return decoded === 'main' ? found : { ref: { ...found.ref, revision: decoded } };
}

/** An id without what people copy with it: a slash or `@` in front, the library its page was open at, the tag of a quantisation. */
function withoutAsides(text: string): string {
  return text
    .replace(/^[/@]+/, '')
    .replace(/\?library=[\w.-]*$/i, '')
    .replace(/^([^/:]+\/[^/:@]+):[\w.-]+$/, '$1');
}

function fromPath(text: string): RepositoryInput {
  const segments = text.split('/');
  const type = segments.length > 1 ? typeOfFolder(segments[0]) : undefined;
  const id = withoutGit(type ? segments.slice(1) : segments);
  if (id.length > 2) return { problem: segments[0]?.includes('.') ? 'unknown-host' : 'not-a-repository' };
  const isPlain = id.every((segment) => isSegment(segment) && !/[\s?#\\:@]/.test(segment));
  return isPlain ? { ref: { type: type ?? 'model', id: id.join('/') } } : { problem: 'not-a-repository' };
}
