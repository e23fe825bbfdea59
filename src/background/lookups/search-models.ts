import type { ListItem } from '../../hub/index.ts';
import type { ModelSearch } from '../../messages/index.ts';
import { canRun } from '../../providers/huggingface/inference-mapping.ts';
import { isHuggingFace } from '../../web/hugging-face.ts';
import type { Current } from '../state/current.ts';

/** More than are shown: those that make no pictures are left out afterwards. */
const LIMIT = 40;
const FIELDS = ['pipeline_tag', 'downloads', 'likes', 'gated', 'inferenceProviderMapping'];

/** The models that all sources list for the words, with where they live and whether Hugging Face can run them now. */
export async function searchModels(
  words: string,
  { settings, hub, huggingFaceHub }: Pick<Current, 'settings' | 'hub' | 'huggingFaceHub'>,
): Promise<ModelSearch> {
  const named = (id: string) => settings.sources.find((source) => source.id === id);
  /** Huggingface.co itself: another source's listing, a mirror's too, says nothing of Hugging Face's routes. */
  const isOwn = (id: string) => isHuggingFace(named(id)?.url);
  const isShadowed = ({ _source, alternatives = [] }: ListItem) =>
    !isOwn(_source) && alternatives.some(isOwn);

  const query = { search: words.trim(), limit: LIMIT, expand: FIELDS };
  const { items, sources } = await hub.list('model', query);
  const its = items.some(isShadowed) ? await byId(huggingFaceHub.list('model', query)) : new Map();
  const runs = (item: ListItem) => {
    if (isShadowed(item)) return canRun(its.get(item.id)?.inferenceProviderMapping);
    return isOwn(item._source) ? canRun(item.inferenceProviderMapping) : 'no';
  };

  const hits = items
    .filter((item) => item.pipeline_tag == null || item.pipeline_tag === 'text-to-image')
    .map((item) => ({
      item,
      alsoAt: (item.alternatives ?? []).map((id) => named(id)?.name ?? id),
      runnable: runs(item),
    }));
  return { hits, sources };
}

/** Empty where the asking fails: what it would have said is not known then. */
async function byId(listing: Promise<{ items: ListItem[] }>): Promise<Map<string, ListItem>> {
  const { items } = await listing.catch(() => ({ items: [] as ListItem[] }));
  return new Map(items.map((item) => [item.id, item]));
}
