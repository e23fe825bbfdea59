import { follow, type Graph, type Node } from './comfyui-graph.ts';

/** Inputs of a text encoder that may hold its text, in the order in which they are tried. */
const ENCODED = ['populated_text', 'text', 'text_g', 't5xxl', 'clip_l', 'prompt'];
/** Inputs of a node that does nothing but hold a text or pass one on. */
const PASSED_ON = ['populated_text', 'text', 'string', 'value', 'prompt', 'positive', 'negative'];
/** What a node that joins texts names its separator. */
const SEPARATORS = ['delimiter', 'separator', 'seperator'];
/** The most nodes on a path and in all: a graph may hold a circle, or lead to one node in many ways. */
const MOST_STEPS = 50;
const MOST_NODES = 200;

type Side = 'positive' | 'negative';

/**
 * The words that a conditioning was made from: back along its links to the text encoders. Undefined where they cannot be known
 * for sure: a node that is not known may have changed them.
 */
export function wordsAt(graph: Graph, start: unknown, side: Side): string | undefined {
  let nodes = 0;
  const enter = (link: unknown, depth: number) => {
    nodes += 1;
    return depth < MOST_STEPS && nodes < MOST_NODES ? follow(graph, link) : undefined;
  };

  /** What an input holds: a text itself, what a node of texts gives, or the words of a conditioning. */
  function words(value: unknown, depth: number): string | undefined {
    if (typeof value === 'string') return value;
    const node = enter(value, depth);
    if (!node) return undefined;
    const { class_type: kind, inputs } = node;
    // It blots out what it gets: nothing of the words is left.
    if (kind === 'ConditioningZeroOut') return undefined;
    // A node that changes both conditionings passes each on under its own name.
    if (side in inputs) return words(inputs[side], depth + 1);
    if ('conditioning' in inputs) return words(inputs.conditioning, depth + 1);
    const conditionings = namesOf(node, /^conditioning_?(?:\d+|to|from)$/);
    // The words of each stand in a line of their own: how much each counts is no text.
    if (conditionings.length > 0)
      return /combine|concat/i.test(kind) ? joined(node, conditionings, '\n', depth) : undefined;
    const encodes = /encode/i.test(kind) || Object.keys(inputs).some((name) => /clip/i.test(name));
    return encodes ? encoded(node, depth) : text(node, depth);
  }

  function encoded({ inputs }: Node, depth: number): string | undefined {
    const name = ENCODED.find((one) => one in inputs && inputs[one] !== '');
    return name === undefined ? undefined : words(inputs[name], depth + 1);
  }

  function text(node: Node, depth: number): string | undefined {
    const { class_type: kind, inputs } = node;
    const parts = namesOf(node, /^(?:text|string|prompt)_?(?:[a-z]|\d+)$/i);
    const separator = SEPARATORS.map((name) => inputs[name]).find((value) => typeof value === 'string');
    if (/concat|join/i.test(kind) && parts.length > 0) {
      if (typeof separator !== 'string') return undefined;
      return joined(node, parts, separator === '\\n' ? '\n' : separator, depth);
    }
    // Its other inputs may change the text, except for a copy of what was shown the last time.
    const names = Object.keys(inputs).filter((name) => name !== 'text_0');
    const held = 'populated_text' in inputs ? 'populated_text' : names.length === 1 ? names[0] : undefined;
    const isHeld = held !== undefined && (PASSED_ON.includes(held) || /^reroute/i.test(kind));
    return isHeld ? words(inputs[held], depth + 1) : undefined;
  }

  function joined(node: Node, names: string[], separator: string, depth: number): string | undefined {
    const parts = names.map((name) => words(node.inputs[name], depth + 1));
    return parts.includes(undefined) ? undefined : parts.filter(Boolean).join(separator);
  }

  return words(start, 0);
}

/** The inputs of these names, in the order in which a node joins them: `to` before `from`, others by letter or number. */
function namesOf({ inputs }: Node, names: RegExp): string[] {
  const rank = (name: string) => name.replace(/_to$/, '_0').replace(/_from$/, '_1');
  return Object.keys(inputs)
    .filter((name) => names.test(name))
    .sort((one, other) => rank(one).localeCompare(rank(other), 'en', { numeric: true }));
}
