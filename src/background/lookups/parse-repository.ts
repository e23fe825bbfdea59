import { type Hub, parseRepositoryInput, type RepositoryInput, type Source } from '../../hub/index.ts';

/**
 * Parses the repository that the user typed or pasted. When an address leaves open where the branch's name ends
 * (`/tree/feature/x`), its hub is asked for its branches; without an answer the name is the first piece.
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
