import { type Hub, parseRepositoryInput, type RepositoryInput, type Source } from '../../hub/index.ts';

/**
 * What the user typed or pasted, understood. Where an address leaves open how far the name of a branch goes
 * (`/tree/feature/x`), the hub that it is of is asked; if that says nothing, the name is its first piece.
 */
export async function parseRepository(
  text: string,
  sources: readonly Source[],
  hub: Pick<Hub, 'revisions'>,
): Promise<RepositoryInput> {
  const parsed = parseRepositoryInput(text, sources);
  if (parsed.problem !== undefined || parsed.revisionAndPath === undefined) return parsed;
  const { ref, source, revisionAndPath } = parsed;
  const names = await hub.revisions(ref, { source }).catch(() => []);
  const isPrefix = (name: string) => revisionAndPath === name || revisionAndPath.startsWith(`${name}/`);
  const [longest] = names.filter(isPrefix).sort((one, other) => other.length - one.length);
  return longest === undefined ? parsed : { ...parsed, ref: { ...ref, revision: longest } };
}
