/** Broadcast by the background when pictures were added, deleted or changed, so that pages read the gallery again. */
export interface GalleryChanged {
  name: 'galleryChanged';
}

/** Whether a message is this broadcast. */
export function isGalleryChanged(message: unknown): message is GalleryChanged {
  return (
    typeof message === 'object' && message !== null && 'name' in message && message.name === 'galleryChanged'
  );
}
