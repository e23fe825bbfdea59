import { type ListItem, type ListReport, mergeLists } from '../../hub/index.ts';
import type { ModelHit, ModelSearch } from '../../messages/index.ts';
import { canRun } from '../../providers/huggingface/inference-mapping.ts';
import { isHuggingFace } from '../../web/hugging-face.ts';
import type { Current } from '../state/current.ts';

/** The most models that are shown, and that each source is asked for. */
const LIMIT = 40;
/** The hub's `pipeline_tag` of models that make pictures. */
const KIND = 'text-to-image';
const FIELDS = ['pipeline_tag', 'downloads', 'likes', 'inferenceProviderMapping'];
/** The longest id that is accepted: a longer one is not an id, and would make the message too large. */
const LONGEST_ID = 300;

interface Part {
  items: ListItem[];
  report: ListReport;
}

interface Options {
  /** Also asks sources that are cooling down. */
  fresh?: boolean | undefined;
  signal?: AbortSignal | undefined;
  /** Called with the results so far when a source has answered. */
  onResults?: (search: ModelSearch) => void;
}

/**
 * The picture models that all sources list for the words, with their sources and whether Hugging Face can run them now. Only
 * the fields that pages show are passed on, since the other fields from a hub can be of any size and depth. Without words
 * nobody is asked before the user has agreed to look-ups.
 */
export async function searchModels(
  words: string,
  { settings, hub, agreed }: Pick<Current, 'settings' | 'hub' | 'agreed'>,
  { fresh, signal, onResults }: Options = {},
): Promise<ModelSearch> {
  // A page asks for a list without words by itself, as it opens.
  if (words.trim() === '' && !agreed) return { hits: [], sources: [], complete: true };
  const parts: Part[] = [];
  const query = { search: words.trim(), limit: LIMIT, pipeline_tag: KIND, untagged: true, expand: FIELDS };
  const onSource = (part: Part) => {
    parts.push(part);
    onResults?.(soFar(false));
  };
  const { sources } = await hub.list('model', query, { fresh, signal, onSource });
  return { ...soFar(true), sources };

  /** The results that have arrived, in the order of the sources, not in the order of their answers. */
  function soFar(isWhole: boolean): ModelSearch {
    const ids = settings.sources.map(({ id }) => id);
    const inPlace = parts.toSorted(
      (one, other) => ids.indexOf(one.report.source) - ids.indexOf(other.report.source),
    );
    const merged = mergeLists(
      inPlace.map(({ items }) => items.filter(isShowable)),
      {},
    );
    return {
      hits: merged.slice(0, LIMIT).map(asHit),
      sources: inPlace.map(({ report }) => report),
      complete: isWhole && merged.length <= LIMIT && parts.every(({ report }) => isWholeList(report)),
    };
  }

  function asHit({ id, _source, alternatives = [], likes, downloads }: ListItem): ModelHit {
    const place = (source: string) => settings.sources.find((one) => one.id === source)?.name ?? source;
    return {
      item: { id, _source, ...(isCount(likes) && { likes }), ...(isCount(downloads) && { downloads }) },
      alsoAt: alternatives.map(place),
      alsoAtIds: alternatives,
      runnable: runs(id),
    };
  }

  /** Only huggingface.co itself says what Hugging Face runs; while it has not answered, that is not known. */
  function runs(id: string): ModelHit['runnable'] {
    const own = settings.sources.find(({ url }) => isHuggingFace(url));
    if (!own) return 'unknown';
    const part = parts.find(({ report }) => report.source === own.id);
    if (part?.report.verdict !== 'present') return 'unknown';
    const item = part.items.find((one) => one.id.toLowerCase() === id.toLowerCase());
    // A model that is missing from a list that was cut short may be in the part that was cut off.
    const isCut = part.items.length >= LIMIT || !isWholeList(part.report);
    return item ? canRun(item.inferenceProviderMapping) : isCut ? 'unknown' : 'no';
  }
}

function isShowable({ id, pipeline_tag }: ListItem): boolean {
  return id.length <= LONGEST_ID && (pipeline_tag == null || pipeline_tag === KIND);
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value);
}

function isWholeList({ verdict, incomplete }: ListReport): boolean {
  return incomplete === undefined && (verdict === 'present' || verdict === 'absent');
}
