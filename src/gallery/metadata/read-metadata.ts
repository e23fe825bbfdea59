import { sniffImageType } from '../../web/image-type.ts';
import { fromComfyUi } from './comfyui.ts';
import { exifTexts } from './exif.ts';
import { jpegMetadata } from './jpeg.ts';
import type { MadeWith } from './made-with.ts';
import { fromInvokeAi, fromSwarmUi, objectIn } from './other-tools.ts';
import { parseParameters } from './parameters.ts';
import { pngTexts } from './png.ts';
import { webpExif } from './webp.ts';

/** The longest text that is read, in characters; no tool writes a longer one. */
const MOST_CHARACTERS = 4 * 1024 * 1024;

/**
 * Reads from a picture's file how the picture was made, if A1111, Forge, InvokeAI, SwarmUI, ComfyUI or Understudy wrote that
 * into a PNG, JPEG or WebP. Undefined when there is nothing that is understood. Never rejects.
 */
export async function readMetadata(bytes: Uint8Array<ArrayBuffer>): Promise<MadeWith | undefined> {
  try {
    const texts = await textsOf(bytes);
    for (const [name, text] of texts) if (text.length > MOST_CHARACTERS) texts.delete(name);
    return understand(texts);
  } catch {
    return undefined;
  }
}

async function textsOf(bytes: Uint8Array<ArrayBuffer>): Promise<Map<string, string>> {
  switch (sniffImageType(bytes)) {
    case 'image/png':
      return pngTexts(bytes);
    case 'image/jpeg': {
      const { exif, comment } = jpegMetadata(bytes);
      const texts = exif ? exifTexts(exif) : new Map<string, string>();
      return comment === undefined || texts.has('UserComment') ? texts : texts.set('UserComment', comment);
    }
    case 'image/webp': {
      const exif = webpExif(bytes);
      return exif ? exifTexts(exif) : new Map();
    }
    default:
      return new Map();
  }
}

function understand(texts: Map<string, string>): MadeWith | undefined {
  const invoke = objectIn(texts.get('invokeai_metadata') ?? texts.get('sd-metadata') ?? '');
  const told = invoke && fromInvokeAi(invoke);
  if (told) return told;
  const comment = texts.get('UserComment');
  const words =
    texts.get('parameters') ?? (comment !== undefined && isGenerators(comment) ? comment : undefined);
  const json = words?.trimStart().startsWith('{') ? objectIn(words) : undefined;
  const said = json ? (fromSwarmUi(json) ?? fromComfyUi(json)) : parseParameters(words ?? '');
  if (said) return said;
  // ComfyUI writes its graph into the text `prompt` of a PNG, or into an Exif tag of a WebP, after `prompt:`.
  const tagged = ['Make', 'Model', 'ImageDescription'].map(
    (tag) => /^prompt:/i.exec(texts.get(tag) ?? '') && texts.get(tag),
  );
  const graph = texts.get('prompt') ?? tagged.find(Boolean)?.slice('prompt:'.length);
  const comfy = graph === undefined ? undefined : objectIn(graph);
  return comfy && fromComfyUi(comfy);
}

/** Cameras and libraries write comments, too: one without a setting or a negative prompt is not a prompt. */
function isGenerators(comment: string): boolean {
  if (comment.trimStart().startsWith('{')) return true;
  const made = parseParameters(comment) ?? {};
  return Object.keys(made).some((name) => name !== 'tool' && name !== 'prompt');
}
