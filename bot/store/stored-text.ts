/** Free text as every kind of database can hold it: PostgreSQL refuses the character NUL, so none keeps it. */
export function storedText(text: string): string;
export function storedText(text: string | null): string | null;
export function storedText(text: string | null): string | null {
  return text === null ? null : text.replaceAll('\0', '\uFFFD').toWellFormed();
}
