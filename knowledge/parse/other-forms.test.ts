import { describe, expect, it } from 'vitest';
import { parsePlan } from '../parse-plan.ts';
import { expectWhole, wordsAt } from '../testing/whole-reading.ts';

const regulation = parsePlan(`BAN CHẤP HÀNH TRUNG ƯƠNG
*
Số 22-QĐ/TW

Hà Nội, ngày 28 tháng 7 năm 2021

QUY ĐỊNH
về công tác kiểm tra, giám sát
và kỷ luật của Đảng
-----
- Căn cứ Điều lệ Đảng;

Ban Chấp hành Trung ương quy định như sau:

Chương I
QUY ĐỊNH CHUNG

Điều 1. Phạm vi
Quy định này quy định về công tác kiểm tra.

Chương II

NHIỆM VỤ

Mục 1
CẤP ỦY

Điều 5. Cấp ủy
1. Lãnh đạo công tác kiểm tra.
2. Nội dung:
a) Xây dựng chương trình;
b) Tổ chức thực hiện.
đ) Nội dung khác.

Điều 24, Điều lệ Đảng được áp dụng ở đây.

Nơi nhận:
- Như trên.

T/M BAN CHẤP HÀNH
TỔNG BÍ THƯ

PHỤ LỤC I
DANH MỤC BÁO CÁO

1. Báo cáo tháng

Mẫu số 02

I. KẾT QUẢ
- Nội dung
`);
const clause = (id: string) => regulation.clauses.find(each => each.id === id);

describe('a regulation in chương and điều', () => {
  it('[P8] is read whole', () => expectWhole(regulation));

  it('[P8] cites chương, mục, điều, khoản and điểm; the điều alone names', () => {
    expect(clause('Điều 5.2.a')?.address).toBe('Chương II, Mục 1, Điều 5, khoản 2, điểm a');
    expect(clause('Điều 5.2.đ')?.parent).toBe('Điều 5.2');
    expect(clause('Điều 1')?.parent).toBe('Chương I');
  });

  it('[P8] takes the name of a chương from the next line or paragraph', () => {
    expect(wordsAt(regulation, 'Chương I')).toBe('Chương I\nQUY ĐỊNH CHUNG');
    expect(wordsAt(regulation, 'Chương II')).toBe('Chương II\nNHIỆM VỤ');
  });

  it('[P8] tells a điều from a sentence that cites one', () => {
    expect(clause('Điều 24')).toBeUndefined();
    expect(wordsAt(regulation, 'Điều 5', true)).toContain('Điều 24, Điều lệ Đảng');
  });

  it('[P7] holds annexes and the templates in them', () => {
    expect(clause('Phụ lục I 1')?.address).toBe('Phụ lục I, khoản 1');
    expect(clause('Phụ lục I Mẫu 2 I gđd 1')?.address).toBe('Phụ lục I, Mẫu 2, mục I, gạch đầu dòng 1');
  });

  it('[P8] joins a title that is broken over lines', () => {
    expect(wordsAt(regulation, 'tên')).toBe('về công tác kiểm tra, giám sát và kỷ luật của Đảng');
  });
});

describe('other habits of numbering', () => {
  const ids = (text: string) => parsePlan(text).clauses.map(({ id }) => id);

  it('[P8] I-, 1-, 1), a. and A. number units too', () => {
    expect(
      ids('A. TÌNH HÌNH\n\nI- MỤC ĐÍCH\n1- Nâng cao.\n2- Thực hiện.\n\nII/ YÊU CẦU\n1) Một:\na. Hai'),
    ).toEqual(['A', 'A I', 'A I.1', 'A I.2', 'A II', 'A II.1', 'A II.1.a']);
    expect(ids('Phần thứ hai\nTỔ CHỨC\n\nI. CHUNG')).toEqual(['Phần thứ hai', 'Phần thứ hai I']);
  });

  it('[P8] sums, dates and hard-wrapped lines number nothing', () => {
    expect(ids('I. CHUNG\n\n1.000 đồng một tháng.\n\n16.8 triệu đồng.\n\n2024 là năm đầu.')).toEqual([
      'I',
      'I đ1',
      'I đ2',
      'I đ3',
    ]);
    const wrapped =
      'I. CHUNG\n\nCác chi bộ trực thuộc gửi báo cáo kết quả thực hiện về đảng ủy trước ngày\n15. Nội dung báo cáo gồm kết quả thực hiện các chỉ tiêu phát triển kinh tế\n- xã hội.';
    expect(ids(wrapped)).toEqual(['I', 'I đ1']);
  });

  it('[P2] numbers that come twice get ids of their own', () => {
    expect(ids('I. MỘT\n\nI. HAI\n\nI. BA')).toEqual(['I', 'I lần 2', 'I lần 3']);
  });

  it('[P2] the paragraph after the last of several sentences closes their unit', () => {
    expect(ids('I. VIỆC\n\n1. Chi bộ họp.\n\n2. Đảng ủy họp.\n\nCác bên báo cáo.')).toEqual([
      'I',
      'I.1',
      'I.2',
      'I đ cuối',
    ]);
    expect(ids('I. VIỆC\n\n1. Họp\n\n- Một.\n\nThêm.\n\n- Hai.\n\nThêm nữa.')).toEqual([
      'I',
      'I.1',
      'I.1 gđd 1',
      'I.1 gđd 1 đ2',
      'I.1 gđd 2',
      'I.1 gđd 2 đ2',
    ]);
  });

  it('[P8] a text without any heading is paragraphs', () => {
    expect(ids('Chi bộ họp ngày 03.\n\n- Một\n- Hai')).toEqual(['đ1', 'gđd 1', 'gđd 2']);
    expect(parsePlan('').clauses).toEqual([]);
    expect(parsePlan(' \n ').text).toBe('\n');
  });
});
