/** US dollars. Below this amount, two significant digits say more than cents. */
const SMALL = 0.1;

/** An amount of US dollars in the words of the language: `$0.0027`, `$0.011`, `$0.30`. */
export function asDollars(amount: number, language: string): string {
  return new Intl.NumberFormat(language, {
    style: 'currency',
    currency: 'USD',
    ...(amount < SMALL && { maximumSignificantDigits: 2 }),
  }).format(amount);
}
