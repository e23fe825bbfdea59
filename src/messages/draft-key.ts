/** Storage key of the composer's draft, in local storage, for private windows in session storage. Other pages may write a draft, too. */
export const DRAFT_KEY = 'popup:draft';
