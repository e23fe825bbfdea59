import type { BodyFacts } from './body-facts.ts';

const BILLING_CODE =
  /(?:^|_)(?:payment_required|insufficient_(?:funds|balance|credits?|quota)|exhausted_balance|balance_exhausted|no_credits?|out_of_credits?|credits?_exhausted|not_enough_(?:balance|credits?)|billing(?:_\w+)?|arrearage|account_overdue|overdue_balance|usage_limited\w*)(?:_|$)/;

const BILLING_WORDS: readonly RegExp[] = [
  /\b(?:exhausted|insufficient|not enough|negative|low|no remaining|zero)\b[^.\n]{0,20}\b(?:balance|funds?|credits?)\b/,
  /\b(?:balance|funds?|credits?)\b[^.\n]{0,30}\b(?:exhausted|insufficient|depleted|too low|used up|ran out|run out|negative|overdue)\b/,
  /\b(?:depleted|exceeded|used up|ran out of|run out of|out of)\b[^.\n]{0,40}\bcredits?\b/,
  /\btop[\s-]?up\b|\bpay[\s-]?as[\s-]?you[\s-]?go\b|\bpayment (?:method|required|overdue|failed)\b|\bunpaid (?:invoice|bill)\b/,
  /\b(?:spending|billing|credit)(?: hard)? limit\b|\bplan and billing\b|\bpast due\b/,
  /\b(?:purchase|buy|add)\b[^.\n]{0,20}\bcredits?\b/,
];

/** Whether an answer says that an account must be paid first, whatever its status. */
export function saysBill({ codes, words }: Pick<BodyFacts, 'codes' | 'words'>): boolean {
  const text = words.toLowerCase();
  return codes.some((code) => BILLING_CODE.test(code)) || BILLING_WORDS.some((bill) => bill.test(text));
}

/** Whether the account can pay, but the service is not enabled for it. */
export function saysNotEnabled(words: string): boolean {
  return /\bpay[\s-]?as[\s-]?you[\s-]?go\b[^.\n]{0,20}\bnot (?:enabled|available|supported)\b/.test(
    words.toLowerCase(),
  );
}
