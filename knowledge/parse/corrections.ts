/** A slip of scanning, mended where it stands and nowhere else. */
export interface Correction {
  /** Line of document.txt, counted from 1. */
  line: number;
  wrong: string;
  right: string;
  kind?: string | undefined;
}

export interface CorrectionProblem {
  /** Place in the list, counted from 1. */
  entry: number;
  line: number;
  message: string;
}

/**
 * The lines with every correction made. A correction that does not fit its line is left out and reported,
 * with what stands there: a silent miss would leave a wrong word in a quotation.
 */
export function corrected(
  lines: readonly string[],
  corrections: readonly Correction[],
): { lines: string[]; problems: CorrectionProblem[] } {
  const mended = [...lines];
  const problems: CorrectionProblem[] = [];
  for (const [index, { line, wrong, right }] of corrections.entries()) {
    const found = mended[line - 1];
    const sought = wrong.normalize('NFC');
    if (found === undefined || line < 1) {
      problems.push({ entry: index + 1, line, message: outOfRange(line, lines.length) });
    } else if (sought === '' || !found.includes(sought)) {
      problems.push({ entry: index + 1, line, message: notThere(sought, line, found) });
    } else {
      mended[line - 1] = found.replaceAll(sought, () => right.normalize('NFC'));
    }
  }
  return { lines: mended, problems };
}

function outOfRange(line: number, count: number): string {
  return `văn bản chỉ có ${count} dòng, không có dòng ${line}. Hãy sửa lại số dòng.`;
}

function notThere(wrong: string, line: number, found: string): string {
  const shown = found.length > 160 ? `${found.slice(0, 160)}…` : found;
  return `không thấy “${wrong}” ở dòng ${line}; dòng này là: “${shown}”. Hãy sửa lại số dòng hoặc chữ cần thay.`;
}
