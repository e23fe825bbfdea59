import { type MadeWith, madeWith } from './made-with.ts';
import { isFields } from './other-tools.ts';

interface Node {
  class_type: string;
  inputs: Record<string, unknown>;
}
type Graph = Map<string, Node>;

/** Names of a node's inputs that may hold text, in the order in which they are tried. */
const WORDS = ['text', 'text_g', 't5xxl', 'clip_l', 'prompt', 'string', 'value', 'positive', 'conditioning'];
/** The most links to follow, since a graph may contain a cycle. */
const MOST_STEPS = 50;

/**
 * Reads prompt, seed, size and model from a ComfyUI graph (the text `prompt` in ComfyUI's files), by following the links back from
 * the sampler node. A graph is a program and can take any form: values that are not found this way are left out.
 */
export function fromComfyUi(json: Record<string, unknown>): MadeWith | undefined {
  const graph: Graph = new Map();
  for (const [id, node] of Object.entries(json)) {
    if (isFields(node) && typeof node.class_type === 'string' && isFields(node.inputs))
      graph.set(id, { class_type: node.class_type, inputs: node.inputs });
  }
  const nodes = [...graph.values()];
  const sampler =
    nodes.find(
      ({ class_type, inputs }) => /sampler/i.test(class_type) && ('positive' in inputs || 'guider' in inputs),
    ) ?? nodes.find(({ inputs }) => 'positive' in inputs);
  if (!sampler) return undefined;
  const guider = follow(graph, sampler.inputs.guider) ?? sampler;
  const noise = follow(graph, sampler.inputs.noise) ?? sampler;
  const size = nodes.find(
    ({ class_type, inputs }) => /latent/i.test(class_type) && 'width' in inputs,
  )?.inputs;
  const loader = nodes.find(({ inputs }) => 'ckpt_name' in inputs || 'unet_name' in inputs)?.inputs;
  const { inputs } = noise;
  return madeWith('comfyui', {
    prompt: wordsAt(graph, guider.inputs.positive ?? guider.inputs.conditioning, 'positive'),
    negativePrompt: wordsAt(graph, guider.inputs.negative, 'negative'),
    seed: valueAt(graph, inputs.noise_seed ?? inputs.seed),
    width: valueAt(graph, size?.width),
    height: valueAt(graph, size?.height),
    model: loader?.ckpt_name ?? loader?.unet_name,
  });
}

/** The node that a link leads to: `["id", output]`. */
function follow(graph: Graph, link: unknown): Node | undefined {
  return Array.isArray(link) && (typeof link[0] === 'string' || typeof link[0] === 'number')
    ? graph.get(String(link[0]))
    : undefined;
}

function wordsAt(graph: Graph, start: unknown, side: 'positive' | 'negative'): string | undefined {
  let at = start;
  for (let step = 0; step < MOST_STEPS; step += 1) {
    if (typeof at === 'string') return at;
    const node = follow(graph, at);
    if (!node) return undefined;
    // A node that changes both conditionings passes each on under its own name.
    const name = side in node.inputs ? side : WORDS.find((word) => word in node.inputs);
    at = name === undefined ? undefined : node.inputs[name];
  }
  return undefined;
}

/** A value itself, or the value of the node that a link leads to. */
function valueAt(graph: Graph, value: unknown): unknown {
  const node = follow(graph, value);
  return node ? (node.inputs.seed ?? node.inputs.value ?? node.inputs.int) : value;
}
