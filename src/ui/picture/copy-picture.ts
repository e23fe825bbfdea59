/** Puts a picture on the clipboard, as PNG: the one type every browser takes. False when the browser refuses. */
export async function copyPicture(blob: Blob): Promise<boolean> {
  try {
    // The promise is passed on unresolved: after awaiting it, the click's permission to write would have ended.
    await navigator.clipboard.write([new ClipboardItem({ 'image/png': asPng(blob) })]);
    return true;
  } catch {
    return false;
  }
}

async function asPng(blob: Blob): Promise<Blob> {
  if (blob.type === 'image/png') return blob;
  const bitmap = await createImageBitmap(blob);
  const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
  canvas.getContext('2d')?.drawImage(bitmap, 0, 0);
  bitmap.close();
  return canvas.convertToBlob({ type: 'image/png' });
}
