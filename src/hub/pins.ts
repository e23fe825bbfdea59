/** A source with the owners that are pinned to it. */
interface Pinnable {
  namespaces?: readonly string[] | undefined;
}

/**
 * The sources that pin an owner, also those that are switched off: only they are asked about the owner's repositories. Names of
 * owners compare without case.
 */
export function pinning<Source extends Pinnable>(sources: readonly Source[], owner: string): Source[] {
  const wanted = owner.toLowerCase();
  return sources.filter(
    ({ namespaces }) => namespaces?.some((namespace) => namespace.toLowerCase() === wanted) ?? false,
  );
}

/** Whether a source is asked only about the owners that are pinned to it. */
export function isLimited({ namespaces }: Pinnable): boolean {
  return (namespaces?.length ?? 0) > 0;
}
