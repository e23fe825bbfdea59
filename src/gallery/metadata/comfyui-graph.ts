import { isFields } from './other-tools.ts';

/** A node of a ComfyUI graph. An input is a value, or a link to another node. */
export interface Node {
  class_type: string;
  inputs: Record<string, unknown>;
}
export type Graph = Map<string, Node>;

/** The nodes of a graph by their ids; whatever is no node is left out. */
export function graphOf(json: Record<string, unknown>): Graph {
  const graph: Graph = new Map();
  for (const [id, node] of Object.entries(json)) {
    if (isFields(node) && typeof node.class_type === 'string' && isFields(node.inputs))
      graph.set(id, { class_type: node.class_type, inputs: node.inputs });
  }
  return graph;
}

/** The node that a link leads to: `["id", output]`. */
export function follow(graph: Graph, link: unknown): Node | undefined {
  return Array.isArray(link) && (typeof link[0] === 'string' || typeof link[0] === 'number')
    ? graph.get(String(link[0]))
    : undefined;
}
