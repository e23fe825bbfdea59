import type { LabReply, LabRequest } from '../exchange.ts';
import { fixture } from '../fixtures.ts';
import { type Repository, sha1 } from '../repository.ts';
import type { HuggingFaceState } from './state.ts';

/** The mapping as an object, or as the array that huggingface.co also answers with. */
function mappingOf({ id, routes = {} }: Repository, shape: HuggingFaceState['mappingShape']): unknown {
  if (shape === 'array') {
    return Object.entries(routes).map(([provider, route]) => ({
      provider,
      hfModelId: id,
      ...route,
      type: 'single-model',
    }));
  }
  const withFlag = ([provider, route]: [string, object]) => [provider, { ...route, isModelAuthor: false }];
  return Object.fromEntries(Object.entries(routes).map(withFlag));
}

/** Every field of a repository that the lab knows, by its name in `expand[]`. */
function fieldsOf(repository: Repository, state: HuggingFaceState): Record<string, unknown> {
  return {
    author: repository.author,
    sha: repository.sha,
    lastModified: repository.lastModified,
    createdAt: repository.createdAt,
    private: repository.private === true,
    gated: repository.gated ?? false,
    disabled: repository.disabled === true,
    tags: repository.tags ?? [],
    pipeline_tag: repository.pipelineTag,
    library_name: repository.library,
    downloads: repository.downloads,
    likes: repository.likes,
    trendingScore: repository.trendingScore,
    siblings: repository.files.map(({ path }) => ({ rfilename: path })),
    cardData: {},
    config: {},
    inference: repository.routes === undefined ? undefined : 'warm',
    inferenceProviderMapping: mappingOf(repository, state.mappingShape),
    spaces: [],
    usedStorage: 0,
  };
}

const UNASKED = [
  'trendingScore',
  'inferenceProviderMapping',
  'inference',
  'spaces',
  'usedStorage',
  'cardData',
  'config',
];

const identity = ({ type, id }: Repository) => ({ _id: sha1(`${type} ${id}`).slice(0, 24), id });

/** The fields that a query asks for, with `expand[]=a&expand[]=b` or `expand=a`. */
const expandedBy = (query: URLSearchParams) => [...query.getAll('expand[]'), ...query.getAll('expand')];

/** One repository as `/api/models/{id}` tells it: all usual fields, or the id and the fields that were asked for. */
export function describe(repository: Repository, query: URLSearchParams, state: HuggingFaceState) {
  const fields = fieldsOf(repository, state);
  const asked = expandedBy(query);
  if (asked.length > 0) {
    return { ...identity(repository), ...Object.fromEntries(asked.map((name) => [name, fields[name]])) };
  }
  const usual = Object.entries(fields).filter(([name]) => !UNASKED.includes(name));
  const model = repository.type === 'model' && { modelId: repository.id };
  return { ...identity(repository), ...model, ...Object.fromEntries(usual) };
}

/** The refusal of an `expand[]` that huggingface.co does not know; undefined when all are fine. */
export function refuseExpand(request: LabRequest, state: HuggingFaceState): LabReply | undefined {
  const known = Object.keys(fieldsOf(state.repositories[0] as Repository, state));
  const isKnown = (name: string) => known.includes(name) || name === 'safetensors' || name === 'gguf';
  const asked = expandedBy(request.url.searchParams);
  return asked.every(isKnown) ? undefined : fixture('hub/model.400.expand', request);
}
