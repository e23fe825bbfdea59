/**
 * A name from outside as it can be shown: without characters that cannot be seen or that turn the direction of writing
 * (`weights\u202egnp.exe` reads as `weightsexe.png`), and with single spaces. What it names keeps its own spelling.
 */
export function visible(text: string): string {
  return text
    .replace(/[\p{Cf}\p{Cs}\p{Default_Ignorable_Code_Point}]/gu, '')
    .replace(/[\p{Cc}\p{Z}]+/gu, ' ')
    .trim();
}
