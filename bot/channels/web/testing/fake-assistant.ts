import type { Block, Choice, Inbound, Reply, Source } from '../../channel.ts';
import type { PlanText } from '../plan-view.ts';
import type { Turn, WebDeps } from '../web-app.ts';
import { samplePlans } from './sample-plans.ts';

const canDuoc = samplePlans.find(plan => plan.id === 'can-duoc-10-hd-btchu')!;
const tkv = samplePlans.find(plan => plan.id === 'tkv-1288-kh-du')!;
const citing = 'Hướng dẫn số 10-HD/BTCHU, ngày 28/10/2024 của Ban Tổ chức Huyện ủy Cần Đước';

export type FakeAssistant = WebDeps & { asked: Inbound[] };

/** Stands in for the assistant: fixed answers in real words, so that the page is tested and nothing behind it. */
export function fakeAssistant(
  address: WebDeps['address'] = { host: '127.0.0.1', publicUrl: null },
): FakeAssistant {
  const turns = new Map<string, Turn[]>();
  const own = new Map<string, string>();
  const asked: Inbound[] = [];
  const answer = async (inbound: Inbound, id: string) => {
    asked.push(inbound);
    const chosen = choices.find(choice => choice.id === inbound.choice || choice.label === inbound.text);
    if (chosen) own.set(inbound.person, chosen.id);
    const replies = await reply(inbound, chosen);
    const said = turns.get(inbound.person) ?? [];
    said.push(
      { from: 'person', text: chosen?.label ?? inbound.text ?? '', id },
      { from: 'assistant', replies },
    );
    turns.set(inbound.person, said);
    return replies;
  };
  return {
    asked,
    answer,
    address,
    conversation: async person => turns.get(person) ?? [],
    ownPlan: async person => own.get(person) ?? null,
    plans: () => samplePlans,
    plan: id => samplePlans.find(plan => plan.id === id) ?? null,
    firstQuestions: () => [
      'Hạn nộp báo cáo sơ kết mô hình bốn tốt là khi nào?',
      'Ai có thẩm quyền công nhận “chi bộ bốn tốt”?',
      'Chi bộ bốn tốt gồm những nội dung nào?',
      'Tỷ lệ chi bộ trực thuộc phải đạt là bao nhiêu?',
    ],
  };
}

const choices: Choice[] = samplePlans.map(({ id, type, number, issuer, place }) => ({
  id,
  label: number === null ? `${type} của ${issuer}` : `${type} ${number} (${place ?? 'TKV'})`,
}));

async function reply({ text = '' }: Inbound, chosen: Choice | undefined): Promise<Reply[]> {
  if (chosen) return [plain(`Từ nay tôi trả lời theo ${chosen.label}.`)];
  if (/lỗi máy/.test(text)) throw new Error('Bí mật bên trong: /srv/app/bot.ts:12');
  if (/chậm/.test(text)) await new Promise(resolve => setTimeout(resolve, 1500));
  if (/đổi kế hoạch|kế hoạch nào/.test(text)) {
    return [
      { ...plain('Đơn vị của đồng chí thực hiện theo kế hoạch nào?'), choices, prompt: { kind: 'plan' } },
    ];
  }
  if (/so sánh/.test(text)) return [comparison];
  if (/thẩm quyền/.test(text)) return [authority];
  if (/điểm/.test(text)) return [silence];
  if (/hạn|báo cáo/i.test(text)) return [deadline];
  return [plain(`Đồng chí vừa hỏi: ${text}`)];
}

const plain = (text: string): Reply => ({ text });

function quote(plan: PlanText, document: string, words: string): Block & { kind: 'quote' } {
  const start = plan.text.indexOf(words);
  if (start < 0) throw new Error(`Không có trong ${plan.id}: ${words}`);
  const clause = plan.clauses.find(({ start: from, end }) => from <= start && start < end)!;
  const { id, address } = clause;
  const label = `${document}, ${address}`;
  const place = { start, end: start + words.length };
  const source: Source = { plan: plan.id, clause: id, label, document, address, quote: words, ...place };
  return { kind: 'quote', source };
}

const unconfirmed: Block = {
  kind: 'notice',
  text: 'Văn bản này chưa được xác nhận còn hiệu lực; có dấu hiệu đã được thay thế. Đồng chí kiểm tra với cấp ủy cấp trên trước khi áp dụng.',
};

/** `text` says the whole answer, as the port asks. */
function made(...blocks: Block[]): Reply {
  const lines = blocks.map(block =>
    block.kind === 'quote' ? `“${block.source.quote}”\n(${block.source.label})` : block.text,
  );
  return { text: lines.join('\n\n'), blocks };
}

const deadline = made(
  {
    kind: 'text',
    text: 'Ngày cuối cùng là 30/11 hằng năm: hướng dẫn viết “trước ngày 01/12”. Báo cáo gửi về Ban Tổ chức Huyện ủy.',
  },
  quote(
    canDuoc,
    citing,
    'định kỳ trước ngày 01/12 hàng năm sơ kết, rút kinh nghiệm và báo cáo kết quả thực hiện về Ban Tổ chức Huyện ủy để tổng hợp, báo cáo Ban Thường vụ Huyện ủy.',
  ),
  unconfirmed,
);

const authority = made(
  { kind: 'text', text: 'Tùy loại tổ chức đảng:' },
  quote(
    canDuoc,
    citing,
    'Đối với tổ chức cơ sở đảng: Việc xét, công nhận “chi bộ cơ sở bốn tốt”, “đảng bộ cơ sở bốn tốt” thuộc thẩm quyền của Ban thường vụ Huyện ủy.',
  ),
  quote(
    canDuoc,
    citing,
    'Đối với chi bộ trực thuộc: Việc xét, công nhận “chi bộ bốn tốt” thuộc thẩm quyền của đảng ủy cơ sở.',
  ),
  unconfirmed,
);

const comparison = made(
  { kind: 'text', text: 'Hai văn bản quy định khác nhau:' },
  { kind: 'heading', text: 'Hướng dẫn 10-HD/BTCHU (Cần Đước)' },
  quote(
    canDuoc,
    citing,
    'Đảng bộ xét đạt “đảng bộ cơ sở bốn tốt” phải có 90% số chi bộ trực thuộc đăng ký và đạt “chi bộ bốn tốt”.',
  ),
  { kind: 'heading', text: 'Kế hoạch 1288-KH/ĐU (TKV)' },
  { kind: 'text', text: 'Đảng bộ cơ sở được đánh giá đạt khi cả bốn tiêu chí đều đạt.' },
  quote(
    tkv,
    'Kế hoạch số 1288-KH/ĐU, ngày 05/02/2024 của Đảng ủy Tổng công ty Điện lực - TKV',
    'Chi bộ, đảng bộ cơ sở không đạt “bốn tốt”: không thực hiện hoàn thành tốt từ 01 trong 04 tiêu chí nêu trên.',
  ),
  unconfirmed,
);

const silence = made(
  { kind: 'text', text: 'Hướng dẫn 10-HD/BTCHU không quy định thang điểm. Nội dung gần nhất là:' },
  quote(
    canDuoc,
    citing,
    'Thời điểm xét, công nhận “chi bộ bốn tốt”, “đảng bộ cơ sở bốn tốt” được tiến hành trước khi đánh giá, phân loại, xét khen thưởng chi bộ, đảng bộ trong năm.',
  ),
  unconfirmed,
);
