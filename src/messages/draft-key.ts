/** Where the composer keeps what is typed: on the disk, and in private windows in the session. Another page may write a draft there. */
export const DRAFT_KEY = 'popup:draft';
