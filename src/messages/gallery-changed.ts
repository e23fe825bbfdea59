/** Broadcast by the background when pictures came, went or changed: what is shown of the gallery is read again. */
export interface GalleryChanged {
  name: 'galleryChanged';
}

/** Whether a message is this broadcast. */
export function isGalleryChanged(message: unknown): message is GalleryChanged {
  return (
    typeof message === 'object' && message !== null && 'name' in message && message.name === 'galleryChanged'
  );
}
