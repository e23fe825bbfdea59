/** The text without invisible characters: those of no width, and those that turn the direction of writing. */
export function withoutUnseen(text: string): string {
  return text.replace(/[\p{Cf}\p{Cs}\p{Default_Ignorable_Code_Point}]/gu, '');
}

/**
 * A name from outside in a form that is safe to show: without invisible characters, such as those that turn the direction of
 * writing (`weights\u202egnp.exe` reads as `weightsexe.png`), and with single spaces. Only for showing: the thing keeps its name.
 */
export function visible(text: string): string {
  return (
    withoutUnseen(text)
      // U+2800 is the braille sign without dots: Unicode counts it as a symbol, but it looks like a space.
      .replace(/[\p{Cc}\p{Z}\u2800]+/gu, ' ')
      // Many accents on one letter would cover the neighbouring lines; no language uses more than four.
      .replace(/(\p{M}{4})\p{M}+/gu, '$1')
      .trim()
  );
}
