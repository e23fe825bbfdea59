const HUGGING_FACE =
  /^(?:(?:https?:\/\/)?(?:www\.)?(?:huggingface\.co|hf\.co)\/|hf:\/\/(?!datasets\/|spaces\/))/i;
/** Parts of an address's path before the model's name. */
const BEFORE = ['api', 'models'];
/** First parts of addresses on Hugging Face that are not of a model. */
const OTHER_KINDS = ['datasets', 'spaces', 'docs', 'blog', 'collections', 'settings', 'papers'];
/** White space, quotes and brackets, which people often paste together with a name. */
const AROUND = /^[\s"'`<([{]+|[\s"'`>)\]}]+$/g;

const MODEL_ID = /^(?:[A-Za-z0-9][\w.-]{0,95}\/)?[A-Za-z0-9][\w.-]{0,95}(?::[A-Za-z][\w-]{0,39})?$/;

/** Whether a text is a model's id: `name` or `owner/name`, with `:route` to ask only that route; not a URL, no space, no `..`. */
export function isModelId(text: string): boolean {
  return MODEL_ID.test(text) && !text.includes('..');
}

/**
 * A model's name as it is sent: without invisible characters and without the white space, quotes and brackets that people paste
 * around it; of an address on Hugging Face only the id. Other text is not changed.
 */
export function normaliseModel(text: string): string {
  const bare = text
    .replace(/\p{Cf}/gu, '')
    .replace(AROUND, '')
    .replace(AROUND, '');
  const home = HUGGING_FACE.exec(bare)?.[0];
  if (home === undefined) return /^[^/]+\/[^/]+\/$/.test(bare) ? bare.slice(0, -1) : bare;
  const [path = ''] = bare.slice(home.length).split(/[?#]/, 1);
  const segments = path.split('/').filter((segment) => segment !== '');
  while (BEFORE.includes(segments[0] ?? '')) segments.shift();
  const [owner = '', name = ''] = segments;
  if (OTHER_KINDS.includes(owner) || name === '') return bare;
  return `${decoded(owner)}/${decoded(name)
    .replace(/\.git$/, '')
    .replace(/@.*$/, '')}`;
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
