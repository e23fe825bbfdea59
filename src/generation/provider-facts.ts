/** A page of a service, and the locale key of the button that opens it. */
export interface ServicePage {
  url: string;
  label: string;
}

/** The facts of a provider that pages, settings and jobs use. Its texts are in `_locales`, under keys that contain its name. */
export interface ProviderFacts {
  /** Whether its models are repositories of hubs, which can be searched for, and checked before they are set. */
  hubModels: boolean;
  /** Whether its token is checked when it is saved. If not, the first picture shows whether the token is valid. */
  checksToken: boolean;
  /** An example of a token, shown in the empty field. */
  tokenExample?: string;
  pages: {
    /** The page to create a token with the permission that pictures need. */
    newToken?: ServicePage;
    /** The page that lists the account's tokens, where they can be revoked. */
    tokensUrl: string;
    account: ServicePage;
    /** The page to revoke the access of apps that the user signed in with; left out where signing in by a code is not possible. */
    signInsUrl?: string;
    /** The page that shows the bill, and how to pay it. */
    credit: ServicePage;
  };
}

/** All providers. This is the only list of them; its order is the default order in which they are asked. */
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

/** The facts of a provider; undefined for a provider that only a newer version knows. */
export function factsOf(name: string): ProviderFacts | undefined {
  return Object.hasOwn(PROVIDER_FACTS, name)
    ? (PROVIDER_FACTS as Record<string, ProviderFacts>)[name]
    : undefined;
}
