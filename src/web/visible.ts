/** The text without the characters that nobody sees: of no width, or those that turn the direction of writing. */
export function withoutUnseen(text: string): string {
  return text.replace(/[\p{Cf}\p{Cs}\p{Default_Ignorable_Code_Point}]/gu, '');
}

/**
 * A name from outside as it can be shown: without characters that cannot be seen or that turn the direction of writing
 * (`weights\u202egnp.exe` reads as `weightsexe.png`), and with single spaces. What it names keeps its own spelling.
 */
export function visible(text: string): string {
  return (
    withoutUnseen(text)
      // U+2800 is a sign of braille without a dot: it looks like a space and counts as a symbol.
      .replace(/[\p{Cc}\p{Z}\u2800]+/gu, ' ')
      // Marks pile up over the lines beside; no language puts more than four on a letter.
      .replace(/(\p{M}{4})\p{M}+/gu, '$1')
      .trim()
  );
}
