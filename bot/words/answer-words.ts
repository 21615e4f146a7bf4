import type { Answer, Citation, Finding, Plan } from '../../knowledge/index.ts';
import type { Block, Source } from '../channels/channel.ts';
import { documentName, shortName } from './cite.ts';
import { claimsText } from './claims-words.ts';
import { pointWords } from './point-words.ts';

/** What a person reads: the same answer as one text and in parts. */
export interface RenderedAnswer {
  text: string;
  blocks: Block[];
  /** One line for each plan that nobody has confirmed to be in force. */
  notices: string[];
}

export const OUT_OF_FIELD =
  'Câu này nằm ngoài các văn bản mà trợ lý đang giữ, nên trợ lý không trả lời. Đồng chí có thể hỏi về tiêu chí, thời hạn, thẩm quyền, biểu mẫu, cách đánh giá… trong kế hoạch của đảng bộ mình.';

export const WHICH_PLAN =
  'Mỗi kế hoạch quy định một khác, nên trợ lý cần biết đồng chí hỏi theo văn bản nào. Đồng chí thuộc đảng bộ nào? Chọn một dòng dưới đây, hoặc gõ tên huyện, đảng bộ.';

/** Renders an answer from the stored plans; every quotation is cut from the plan's text again here. */
export function answerWords(answer: Answer, plan: (id: string) => Plan, today: string): RenderedAnswer {
  if (answer.outcome === 'out_of_scope') return plain(OUT_OF_FIELD);
  if (answer.outcome === 'which_plan') return plain(WHICH_PLAN);
  const blocks: Block[] = [];
  const notices: string[] = [];
  if (answer.elsewhere) {
    const named = plan(answer.findings[0]!.plan);
    blocks.push({
      kind: 'text',
      text: `Theo ${shortName(named)} (văn bản đồng chí nêu, không phải kế hoạch của đảng bộ đồng chí):`,
    });
  }
  for (const finding of answer.findings) {
    const source = plan(finding.plan);
    if (answer.compared) blocks.push({ kind: 'heading', text: documentName(source) });
    blocks.push(...findingBlocks(finding, source, today));
    const notice = noticeOf(source);
    if (notice && !notices.includes(notice)) notices.push(notice);
  }
  blocks.push(...notices.map(text => ({ kind: 'notice', text }) as const));
  return { text: textOf(blocks), blocks, notices };
}

function plain(text: string): RenderedAnswer {
  return { text, blocks: [{ kind: 'text', text }], notices: [] };
}

function findingBlocks(finding: Finding, plan: Plan, today: string): Block[] {
  const blocks: Block[] = [];
  const say = (text: string): void => void blocks.push({ kind: 'text', text });
  if (finding.outcome === 'not_stated') {
    say(
      `${shortName(plan)} không ${finding.unwritten ? 'ghi' : 'quy định'} ${finding.about ?? 'điều đồng chí hỏi'}.`,
    );
    if (finding.citations.length > 0) say('Nội dung gần nhất trong văn bản:');
  }
  if (finding.claims && finding.claims.length > 0) say(claimsText(finding.claims));
  for (const point of finding.points) say(pointWords(point, today));
  for (const citation of finding.citations) {
    blocks.push({ kind: 'quote', source: sourceOf(citation, plan) });
    if (citation.note) say(`(${citation.note})`);
  }
  return blocks;
}

/** A citation as a person reads it; the words are cut anew from the plan, so nothing can be quoted that is not there. */
export function sourceOf(citation: Citation, plan: Plan): Source {
  const quote = plan.text.slice(citation.start, citation.end);
  if (quote !== citation.quote) throw new Error(`citation out of place: ${plan.id} ${citation.clause}`);
  const { clause, address, start, end } = citation;
  const document = documentName(plan);
  return { plan: plan.id, clause, quote, start, end, document, address, label: `${document}, ${address}` };
}

function noticeOf(plan: Plan): string | null {
  return plan.status === 'confirmed' ? null : plan.statusNote;
}

/** The parts as one plain text, for channels that show text alone. */
export function textOf(blocks: readonly Block[]): string {
  const lines: string[] = [];
  // Several passages of one document: its name stands once, each passage keeps its own address.
  let document = '';
  for (const block of blocks) {
    if (block.kind === 'quote') {
      const { source } = block;
      const place = source.document === document ? capital(source.address) : source.label;
      document = source.document;
      lines.push(`“${source.quote}”\n— ${place}.`);
    } else if (block.kind === 'heading') lines.push(`▪ ${block.text}`);
    else lines.push(block.text);
  }
  return lines.join('\n\n');
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
