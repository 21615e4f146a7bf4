import { words } from './words.js';

/** Short enough for one line: “Hướng dẫn 10-HD/BTCHU, Cần Đước”; without a number by its issuer, without that by its title. */
export function planName({ type, number, title, issuer, place }) {
  if (number === null) return issuer === null ? title : `${type} của ${issuer}`;
  return [`${type} ${number}`, place].filter(part => part).join(', ');
}

/** “Ban hành 28/10/2024 · Ban Tổ chức Huyện ủy Cần Đước” */
export function planOrigin({ number, date, issuer }) {
  const day = date ? `${words.issued} ${dayOf(date)}` : words.noDate;
  // Without a number the issuer is already in the name.
  return [day, number !== null && issuer].filter(part => part).join(' · ');
}

/** 05/02/2024 but 17/5/2023: the way official documents write a date. */
function dayOf(iso) {
  const [year, month, day] = iso.split('-');
  return `${day}/${Number(month) < 3 ? month : Number(month)}/${year}`;
}
