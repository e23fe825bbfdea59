import type { ProviderName } from '../../generation/index.ts';

/** Where Hugging Face makes a token, with the one permission ticked that pictures need. */
export const NEW_TOKEN_URL =
  'https://huggingface.co/settings/tokens/new?ownUserPermissions=inference.serverless.write&tokenType=fineGrained';

/** Where a service shows the account's tokens, and where they are revoked. */
export const TOKENS_URL: Record<ProviderName, string> = {
  huggingface: 'https://huggingface.co/settings/tokens',
  puter: 'https://puter.com/dashboard#account',
};
