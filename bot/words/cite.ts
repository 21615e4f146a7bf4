import type { Plan } from '../../knowledge/index.ts';

/** 05/02/2024, as documents are cited. */
export function dateWords(iso: string): string {
  const [year, month, day] = iso.split('-');
  return `${Number(day)! < 10 ? `0${Number(day)}` : Number(day)}/${Number(month)}/${year}`.replace(
    /\/(\d)\//,
    Number(month)! < 3 ? '/0$1/' : '/$1/',
  );
}

/** “Hướng dẫn số 10-HD/BTCHU, ngày 28/10/2024 của Ban Tổ chức Huyện ủy Cần Đước”; what a text lacks is left out. */
export function documentName(plan: Plan): string {
  const number = plan.number ? ` số ${plan.number}` : '';
  const date = plan.date ? `, ngày ${dateWords(plan.date)}` : '';
  const issuer = plan.issuer ? ` của ${plan.issuer}` : '';
  if (!plan.number && !plan.issuer) return `${plan.type} “${plan.title}”`;
  return `${plan.type}${number}${date}${issuer}`;
}

/** The short form that follows the first full one: “Hướng dẫn 10-HD/BTCHU”, “Kế hoạch của Huyện ủy Tuy Phước”. */
export function shortName(plan: Plan): string {
  if (plan.number) return `${plan.type} ${plan.number}`;
  if (plan.issuer) return `${plan.type} của ${plan.issuer}`;
  return `${plan.type} “${plan.title}”`;
}

/** How a plan is named in a list to choose from, short enough for a button: “Hướng dẫn 10-HD/BTCHU, Cần Đước”. */
export function choiceName(plan: Plan): string {
  const whose = plan.place ?? plan.issuer;
  if (plan.number) return `${plan.type} ${plan.number}${whose ? `, ${whose}` : ''}`;
  return plan.issuer ? `${plan.type} của ${plan.issuer}` : plan.title;
}
