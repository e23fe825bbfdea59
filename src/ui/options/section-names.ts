/** The sections in the order they stand, by the id that links lead to; `options_title_<id>` is the name. */
export const SECTION_IDS = ['huggingface', 'puter', 'order', 'sources', 'chain', 'cache', 'about'] as const;

export type SectionId = (typeof SECTION_IDS)[number];
