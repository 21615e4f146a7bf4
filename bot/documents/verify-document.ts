/**
 * Is a file as it was issued, and do its answers still give its verdict under the present rulebook?
 * What is said is whole sentences; the code is the command's exit code.
 */
import { type Answers, evaluate, type Rulebook, readAnswer, requirementsOf } from '../../evaluators/index.ts';
import { documentWords as words } from '../words/document-words.ts';
import { type OpenedDocx, openDocx } from './seal/open-docx.ts';
import { codeOf, readSeal, type Seal, sha256 } from './seal/seal.ts';

export interface Verification {
  /** 0: as issued, and the verdict holds; 1: something changed; 2: none of ours, or cannot be read. */
  code: 0 | 1 | 2;
  sentences: string[];
}

const said = words.verify;

/** The foot carries the code and nothing else; above the text stands at most a page's number. */
function marginsAsIssued(docx: OpenedDocx, seal: Seal): boolean {
  const line = words.checkCode(codeOf(seal));
  let feet = 0;
  for (const [part, text] of docx.margins) {
    if (part.startsWith('word/footer') && !part.startsWith('word/footnotes')) {
      if (text !== line && text !== '') return false;
      if (text === line) feet += 1;
    } else if (!/^\d{0,4}$/.test(text)) return false;
  }
  return feet > 0;
}

/** The sealed answers that the present rulebook can still read; and how many it cannot. */
function readableAnswers(rulebook: Rulebook, answers: Seal['answers']): { answers: Answers; lost: number } {
  const requirements = requirementsOf(rulebook);
  const kept = Object.entries(answers).flatMap(([id, value]) => {
    const requirement = requirements.get(id);
    const read = requirement === undefined ? null : readAnswer(requirement, value);
    return read?.ok ? [[id, read.answer] as const] : [];
  });
  return { answers: Object.fromEntries(kept), lost: Object.keys(answers).length - kept.length };
}

function checkVerdict(
  seal: Seal,
  rulebooks: ReadonlyMap<string, Rulebook>,
): { holds: boolean; sentences: string[] } {
  if (seal.verdict === null || seal.subject === null) return { holds: true, sentences: [said.noVerdict] };
  const rulebook = rulebooks.get(seal.plan);
  if (rulebook === undefined) return { holds: false, sentences: [said.rulebookGone(seal.plan)] };
  const changed = rulebook.hash !== seal.rulebook;
  const { answers, lost } = readableAnswers(rulebook, seal.answers);
  const now = evaluate(rulebook, { subject: seal.subject, year: seal.year, answers });
  if (now === null) return { holds: false, sentences: [said.subjectGone] };
  const holds = now.outcome === seal.verdict.outcome && now.words === seal.verdict.words;
  const sentences = [changed ? said.rulebookChanged : said.rulebookSame];
  if (lost > 0) sentences.push(said.answersLost(lost));
  sentences.push(holds ? said.verdictHolds(now.words) : said.verdictTurned(seal.verdict.words, now.words));
  return { holds: holds && lost === 0, sentences };
}

export function verifyDocument(bytes: Uint8Array, rulebooks: ReadonlyMap<string, Rulebook>): Verification {
  const opened = openDocx(bytes);
  if (typeof opened === 'string') return { code: 2, sentences: [said.unreadable[opened]] };
  const read = readSeal(opened.docx.properties);
  if (read === 'none') return { code: 2, sentences: [said.notOurs] };
  if (read === 'damaged') return { code: 1, sentences: [said.sealDamaged] };
  const { seal } = read;
  const faults: string[] = [];
  if (sha256(opened.docx.text) !== seal.textHash) faults.push(said.textChanged);
  if (opened.docx.foreign) faults.push(said.foreign);
  if (!marginsAsIssued(opened.docx, seal)) faults.push(said.marginsChanged);
  const verdict = checkVerdict(seal, rulebooks);
  return {
    code: faults.length === 0 && verdict.holds ? 0 : 1,
    sentences: [
      said.what(words.kinds[seal.kind], seal.year, codeOf(seal)),
      ...(faults.length === 0 ? [said.asIssued] : faults),
      ...verdict.sentences,
      said.limits,
    ],
  };
}
