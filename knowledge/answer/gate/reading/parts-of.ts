/** What stands between the places where a text is parted, where it says anything. */
export function partsOf(text: string, between: RegExp): string[] {
  return text
    .split(between)
    .map(sentence => sentence.trim())
    .filter(sentence => /[\p{L}\p{N}]/u.test(sentence));
}
