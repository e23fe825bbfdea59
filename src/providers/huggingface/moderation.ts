const REFUSAL =
  /\bnsfw\b|content[ _-]?(?:policy|moderation|filter|checker)|safety[ _-]?(?:system|checker|filter)|\bflagged\b|\bmoderated\b|moderation|prohibited content|inappropriate content/i;

/** Whether a service's words say that it refused the content, which no other service may be used to get around. */
export function saysRefused(words: string): boolean {
  return REFUSAL.test(words);
}
