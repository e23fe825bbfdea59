/** The letter of a compared picture by its place: A, B, C, D. */
export function letterOf(place: number): string {
  return String.fromCharCode(65 + place);
}
