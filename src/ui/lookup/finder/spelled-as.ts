/**
 * An id with the capitals that its source uses. A different id is not taken over: the id that was looked up
 * decides what is paid for, even if a hub says that the model has another id.
 */
export function spelledAs(id: string, said: string | undefined): string {
  return said?.toLowerCase() === id.toLowerCase() ? said : id;
}
