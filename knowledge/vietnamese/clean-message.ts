/**
 * What a person typed, made safe to read: NFC, control, zero-width and bidi characters out, white space single.
 * The words themselves stay as they are.
 */
export function cleanMessage(raw: string): string {
  return raw
    .normalize('NFC')
    .replace(/[\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF\u00AD]/g, '')
    .replace(/[\u0000-\u001F\u007F-\u009F]/g, character => (/\s/.test(character) ? character : ' '))
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n[\n ]*/g, '\n')
    .trim();
}
