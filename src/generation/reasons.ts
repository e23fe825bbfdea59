/** The exact causes of a failure that a service's answer names. Pages have a sentence for each, and a link to where it can be fixed. */
export const REASONS = [
  'token-permission',
  'licence',
  'account',
  'provider-settings',
  /** A 400 or 422 that is about the model, not about what the user typed. */
  'model-unavailable',
  /** A 400 or 422 that says that the model's own endpoint is paused or not running. */
  'endpoint-paused',
  /** A 400 or 422 whose real cause is a fault of the service or of a vendor behind it. */
  'service-trouble',
] as const;

export type Reason = (typeof REASONS)[number];
