/** Whether it is worth offering to look a text up as one repository: `owner/name`, or an address. */
export function looksLikeRepository(text: string): boolean {
  return /^\s*[^\s/]+(:\/\/|\/)[^\s]*\s*$/.test(text);
}
