/**
 * An id as its source spells it. Another id is not taken over: what is paid for is decided by the name that was looked up, and
 * not by a hub which says that it is called otherwise.
 */
export function spelledAs(id: string, said: string | undefined): string {
  return said?.toLowerCase() === id.toLowerCase() ? said : id;
}
