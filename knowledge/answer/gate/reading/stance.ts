const STANCE =
  /^(?:(?:có|không|chưa|vâng|dạ|đúng|phải|được)(?: (?:có|không|phải|ạ|vậy|thế|rồi|đồng chí|thưa đồng chí)){0,3}[.:]|(?:có|không|chưa|vâng|dạ|đúng vậy|đúng thế)(?: (?:có|ạ|đồng chí|thưa đồng chí)){0,2},)\s+(?=\p{L}\S* \S+ \S+ \S)/iu;

/**
 * A claim without the “Có, …”, “Không. …” that answers the question: the gate holds a claim against the plan, not
 * against the question, so what it cannot judge is left out and what the plan says stands alone.
 */
export function withoutStance(text: string): string {
  const rest = text.replace(STANCE, '');
  return rest === text ? text : rest.charAt(0).toUpperCase() + rest.slice(1);
}
