/** A page of a service that people are sent to, and the locale key of the button that leads there. */
export interface ServicePage {
  url: string;
  label: string;
}

/** What everybody must know of a provider: pages, settings and jobs derive from it. Its words are locale keys with its name. */
export interface ProviderFacts {
  /** Its models are repositories of the hubs: they can be searched for, and checked before they are set. */
  hubModels: boolean;
  /** Its token is checked when it is saved. Without it the first picture shows whether the token is valid. */
  checksToken: boolean;
  /** What a token looks like, shown in the empty field. */
  tokenExample?: string;
  pages: {
    /** Makes a token with the permission that pictures need. */
    newToken?: ServicePage;
    /** Shows the account's tokens; they are revoked there. */
    tokensUrl: string;
    account: ServicePage;
    /** Where the access of apps that were signed in with is withdrawn. */
    signInsUrl?: string;
    /** Shows the bill, and how to pay it. */
    credit: ServicePage;
  };
}

/** Every provider there is: the one list. The order is the one they are asked in until the user sets another. */
export const PROVIDER_FACTS = {
  huggingface: {
    hubModels: true,
    checksToken: true,
    tokenExample: 'hf_…',
    pages: {
      newToken: {
        url: 'https://huggingface.co/settings/tokens/new?ownUserPermissions=inference.serverless.write&tokenType=fineGrained',
        label: 'error_link_new_token',
      },
      tokensUrl: 'https://huggingface.co/settings/tokens',
      account: { url: 'https://huggingface.co/settings/account', label: 'error_link_account' },
      signInsUrl: 'https://huggingface.co/settings/connected-applications',
      credit: { url: 'https://huggingface.co/settings/billing', label: 'error_link_billing' },
    },
  },
  puter: {
    hubModels: false,
    checksToken: false,
    pages: {
      tokensUrl: 'https://puter.com/dashboard#account',
      account: { url: 'https://puter.com/dashboard#account', label: 'error_link_puter_account' },
      credit: { url: 'https://puter.com/dashboard#usage', label: 'error_link_puter_usage' },
    },
  },
} satisfies Record<string, ProviderFacts>;

/** The facts of a provider; undefined for one that only a newer version knows. */
export function factsOf(name: string): ProviderFacts | undefined {
  return Object.hasOwn(PROVIDER_FACTS, name)
    ? (PROVIDER_FACTS as Record<string, ProviderFacts>)[name]
    : undefined;
}
