import { plain } from '../choose.ts';

// What may stand around a greeting or thanks and says nothing by itself.
const AROUND = new Set(
  'a da vang em anh chi ban toi minh tui chau con bac chu co ong ba ad admin bot oi nhe nha nhen nhieu lam dong cac quy moi nguoi tro ly rat da da rui roi ok oke thi het cam on'.split(
    ' ',
  ),
);
const GREETING = /\b(chao|hello|hi|alo|hey|start|bat dau)\b/;
const THANKS = /\b(cam on|cam on|thanks|thank|tks|hieu roi|duoc roi|ok|oke)\b/;
const ABOUT =
  /^(da )?(ban|tro ly|may|day|bot|em|ad) (la (ai|gi|cai gi)|(co the )?(lam|giup)( toi| em| minh)?( duoc)? (gi|nhung gi|viec gi)|biet lam gi|dung de lam gi)\b/;

/** Nothing but a greeting. */
export function isGreeting(text: string): boolean {
  return (
    GREETING.test(plain(text)) &&
    rest(text, /\b(xin|chao|hello|hi|alo|hey|start|bat dau|buoi|sang|trua|chieu|toi)\b/g) === ''
  );
}

/** Nothing but thanks, or that it is understood. */
export function isThanks(text: string): boolean {
  return (
    THANKS.test(plain(text)) &&
    rest(text, /\b(xin|chan thanh|tran trong|thanks|thank|you|tks|hieu|duoc|tot|hay)\b/g) === ''
  );
}

/** Who the assistant is, or what it can do. */
export function asksAboutAssistant(text: string): boolean {
  return ABOUT.test(plain(text));
}

function rest(text: string, said: RegExp): string {
  const words = plain(text)
    .replace(said, ' ')
    .split(' ')
    .filter(word => word !== '' && !AROUND.has(word));
  return words.join(' ');
}
