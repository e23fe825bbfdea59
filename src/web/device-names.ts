/**
 * Names that Windows reserves for devices, with any ending, and with spaces before the ending
 * (https://learn.microsoft.com/windows/win32/fileio/naming-a-file). Some of its versions refuse fewer.
 */
const DEVICE = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$)\s*(?=\.|$)/i;

/** The name of a file or a folder, changed where Windows would take it for a device. */
export function apartFromDevices(name: string): string {
  return DEVICE.test(name) ? `_${name}` : name;
}
