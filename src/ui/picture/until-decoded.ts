/** Reads an image before it is shown. False where the browser cannot show it. */
export function untilDecoded(url: string): Promise<boolean> {
  const image = new Image();
  image.src = url;
  return image.decode().then(
    () => true,
    () => false,
  );
}
