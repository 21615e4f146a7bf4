import type { Point, ShareSign } from '../../knowledge/index.ts';

/** One sentence for a fact that was read off a quotation. `today` is an ISO date. */
export function pointWords(point: Point, today: string): string {
  switch (point.type) {
    case 'last-day':
      return lastDayWords(point, today);
    case 'too-late': {
      const day = `${point.day}/${point.month}`;
      const last = `${point.lastDay}/${point.lastMonth}`;
      return point.late
        ? `Gửi vào ngày ${day} là quá hạn: ngày cuối cùng còn đúng hạn là ${last}.`
        : `Ngày ${day} vẫn trong hạn: ngày cuối cùng còn đúng hạn là ${last}.`;
    }
    case 'share':
      return shareWords(point);
    case 'least':
      return `Tổng số ${point.whole} thì cần ${atLeast(point.needed, point.whole)} để đạt mức ${boundWords(point)}.`;
    case 'both-needed':
      return 'Chi bộ đạt mà không đăng ký thì không được tính: văn bản đòi hỏi cả hai, đăng ký và đạt. Đồng chí tính lại số chi bộ có đủ cả hai rồi so với tổng số chi bộ trực thuộc.';
    case 'bound':
      return `Mức văn bản nêu: ${boundWords(point)}.`;
    case 'not-better':
      return `${point.equal ? 'Bằng' : 'Thấp hơn'} cùng kỳ thì chưa đáp ứng: văn bản đòi hỏi tốt hơn, cao hơn.`;
    case 'rank':
      return point.met
        ? 'Mức xếp loại đó đáp ứng yêu cầu “hoàn thành tốt nhiệm vụ” trở lên.'
        : 'Mức xếp loại đó chưa đáp ứng: văn bản đòi hỏi “hoàn thành tốt nhiệm vụ” trở lên.';
    case 'undone':
      return 'Chưa làm xong việc đó thì chưa đáp ứng yêu cầu này của văn bản.';
    case 'none-allowed':
      return 'Có trường hợp như vậy là chưa đáp ứng nội dung này: văn bản ghi “không có”, không phân biệt nhiều hay ít.';
    case 'size':
      return point.met
        ? `${point.given} đã đủ: văn bản đòi hỏi từ ${point.least} trở lên.`
        : `${point.given} là chưa đủ: văn bản đòi hỏi từ ${point.least} trở lên.`;
    case 'body':
      return `Thẩm quyền: ${point.name}.`;
    case 'ahead':
      return `Họp ngày ${point.meeting} thì gửi chậm nhất ngày ${point.last}: ít nhất ${point.days} ngày trước, tính ngày lịch và không kể ngày họp (văn bản không nói là ngày làm việc).`;
    case 'encouraged':
      return 'Không bắt buộc: văn bản chỉ ghi là khuyến khích.';
    case 'or-above':
      return '“Hoàn thành tốt nhiệm vụ trở lên” tính cả hoàn thành xuất sắc nhiệm vụ.';
  }
}

function lastDayWords(point: Extract<Point, { type: 'last-day' }>, today: string): string {
  const year = point.year === null ? '' : `/${point.year}`;
  const past =
    point.year !== null && `${point.year}-${two(point.month)}-${two(point.day)}` < today ? ' (đã qua)' : '';
  const stated = point.yearly && !/năm/u.test(point.stated) ? `${point.stated} hằng năm` : point.stated;
  const due = point.what === null ? 'Hạn' : `Hạn ${point.what}`;
  return `${due}: ${stated}; ngày cuối cùng còn đúng hạn là ${point.day}/${point.month}${year}${past}.`;
}

function shareWords(point: Extract<Point, { type: 'share' }>): string {
  const share = `${point.part}/${point.whole} = ${percent(point.part, point.whole)}`;
  const bound = boundWords(point);
  if (point.met) {
    return `${share}, đáp ứng mức ${bound}. Đây mới là một yêu cầu; kết luận chung còn tùy các yêu cầu khác.`;
  }
  const needed =
    point.needed === null ? '' : `; tổng số ${point.whole} thì cần ${atLeast(point.needed, point.whole)}`;
  return `${share}, chưa đạt mức ${bound}${needed}.`;
}

/** “trên”, “từ … trở lên”, “dưới”, as the clause writes; a share it writes alone is told as what it is read as. */
function boundWords({ sign, percent, bare }: { sign: ShareSign; percent: string; bare: boolean }): string {
  if (sign === '>') return `trên ${percent}%`;
  if (sign === '<') return `dưới ${percent}%`;
  if (sign === '<=') return `không quá ${percent}%`;
  if (percent === '100') return '100%';
  return bare ? `${percent}% (hiểu là từ ${percent}% trở lên)` : `từ ${percent}% trở lên`;
}

function atLeast(needed: number, whole: number): string {
  return needed === whole ? `đủ cả ${whole}` : `ít nhất ${needed}`;
}

/** Two decimals at most, decimal comma. What rounding would lift to a whole percent it does not reach is cut off. */
function percent(part: number, whole: number): string {
  const exact = whole === 0 ? 0 : (part * 10_000) / whole;
  const rounded = Math.round(exact);
  const hundredths = rounded > exact && rounded % 100 === 0 ? Math.floor(exact) : rounded;
  return `${(hundredths / 100)
    .toFixed(2)
    .replace(/\.?0+$/, '')
    .replace('.', ',')}%`;
}

function two(n: number): string {
  return String(n).padStart(2, '0');
}
