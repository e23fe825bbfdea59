import { follow, type Graph, graphOf } from './comfyui-graph.ts';
import { wordsAt } from './comfyui-words.ts';
import { type MadeWith, madeWith } from './made-with.ts';

/**
 * Reads prompt, seed, size and model from a ComfyUI graph (the text `prompt` in ComfyUI's files), by following the links back from
 * the sampler node. A graph is a program and can take any form: values that are not found this way are left out.
 */
export function fromComfyUi(json: Record<string, unknown>): MadeWith | undefined {
  const graph = graphOf(json);
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
  const prompt = wordsAt(graph, guider.inputs.positive ?? guider.inputs.conditioning, 'positive');
  const negative = wordsAt(graph, guider.inputs.negative, 'negative');
  return madeWith('comfyui', {
    prompt,
    // A model that takes no negative prompt is often given the prompt in its place.
    negativePrompt: negative === prompt ? undefined : negative,
    seed: valueAt(graph, inputs.noise_seed ?? inputs.seed),
    width: valueAt(graph, size?.width),
    height: valueAt(graph, size?.height),
    model: loader?.ckpt_name ?? loader?.unet_name,
  });
}

/** A value itself, or the value of the node that a link leads to. */
function valueAt(graph: Graph, value: unknown): unknown {
  const node = follow(graph, value);
  return node ? (node.inputs.seed ?? node.inputs.value ?? node.inputs.int) : value;
}
