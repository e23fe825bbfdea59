import type { BodyFacts } from './body-facts.ts';

const BILLING_CODE =
  /(?:^|_)(?:payment_required|insufficient_(?:funds|balance|credits?|quota)|exhausted_balance|balance_exhausted|no_credits?|out_of_credits?|credits?_exhausted|not_enough_(?:balance|credits?)|billing(?:_\w+)?|arrearage|account_overdue|overdue_balance|usage_limited\w*)(?:_|$)/;

const BILLING_WORDS: readonly RegExp[] = [
  /\b(?:exhausted|insufficient|not enough|negative|low|no remaining|zero)\b[^.\n]{0,20}\b(?:balance|funds?|credits?)\b/,
  /\b(?:balance|funds?|credits?)\b[^.\n]{0,30}\b(?:exhausted|insufficient|depleted|too low|used up|ran out|run out|negative|overdue)\b/,
  /\b(?:depleted|exceeded|used up|ran out of|run out of|out of)\b[^.\n]{0,40}\bcredits?\b/,
  /\btop[\s-]?up\b|\bpay[\s-]?as[\s-]?you[\s-]?go\b|\bpayment (?:method|required|overdue|failed)\b|\bunpaid (?:invoice|bill)\b/,
  /\b(?:spend|spending|billing|credit|budget)(?: hard)? limit\b|\bplan and billing\b|\bpast due\b/,
  /\b(?:purchase|buy|add)\b[^.\n]{0,20}\bcredits?\b/,
  /\bno (?:more |remaining |available )?(?:balance|funds|credits?)\b|\b0 credits\b/,
  /\b(?:free )?(?:trial|subscription|plan)\b[^.\n]{0,20}\b(?:expired|ended|is over|lapsed|inactive)\b/,
  /余额不足|余額不足|欠费|欠費|账户余额|額度不足|额度不足|残高不足|saldo insuficiente|solde insuffisant|guthaben (?:reicht|aufgebraucht|erschöpft)/,
];

/** Whether an answer says that an account must be paid first, whatever its status. */
export function saysBill({ codes, words }: Pick<BodyFacts, 'codes' | 'words'>): boolean {
  const text = words.toLowerCase();
  return codes.some((code) => BILLING_CODE.test(code)) || BILLING_WORDS.some((bill) => bill.test(text));
}

/** Whether a text says that pay-as-you-go is not enabled for the account: then the user must change a setting, not pay a bill. */
export function saysNotEnabled(words: string): boolean {
  return /\bpay[\s-]?as[\s-]?you[\s-]?go\b[^.\n]{0,20}\bnot (?:enabled|available|supported)\b/.test(
    words.toLowerCase(),
  );
}
