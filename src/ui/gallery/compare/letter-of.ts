/** What a compared picture is called by its place: A, B, C, D. */
export function letterOf(place: number): string {
  return String.fromCharCode(65 + place);
}
