import { readLimits } from '../../read-dates.ts';
import type { Check, Laid } from '../sentence.ts';
import type { Of } from './figures.ts';
import { all, inCompany, ofDocument, own } from './figures.ts';
import { saying } from './pieces.ts';

/** Every day, month and year stands in the sentence, as a limit of the same kind, and belongs to the same thing. */
export const checkDates: Check = laid => {
  for (const { token, at } of all(laid.claim, 'date')) {
    const document = ofDocument(laid.claim, at) ?? issuedOn(laid, at);
    const fits = own(laid, 'date').some(({ token: cited, at: place }) => {
      if (!(sameDay(token.text, cited.text) && token.relation === cited.relation)) return false;
      const citedDocument = ofDocument(laid.evidence.tokens, place);
      if (document || citedDocument) return document?.text === citedDocument?.text;
      return inCompany(laid, at, place) && !ofAimAlone(laid, place);
    });
    if (!fits && !lastDay(laid, token, at)) return 'date';
  }
  return null;
};

/** “trước 01/12 báo cáo X để tổng hợp”: the day is not that of the aim, and a claim of the aim alone has none. */
function ofAimAlone(laid: Laid, day: number): boolean {
  const { claim, aligned, evidence } = laid;
  const { tokens, parts } = evidence;
  const aim = tokens.findIndex(
    (token, i) => i > day && parts[i] === 'own' && /^(?:để|nhằm|;)$/u.test(token.text),
  );
  if (aim < 0 || tokens[aim]!.text === ';' || claim.some(token => /^(?:để|nhằm)$/u.test(token.text)))
    return false;
  const said = saying(laid)
    .filter(i => !claim[i]!.text.includes('hằng-'))
    .map(i => aligned[i]!.filter(place => parts[place] === 'own'))
    .filter(places => places.length > 0);
  const behind = (place: number): boolean => place >= aim;
  return said.every(places => places.some(behind)) && said.some(places => places.every(behind));
}

/** “Kế hoạch số … được ban hành ngày …”: the day of the only document that is named. */
function issuedOn({ claim }: Laid, at: number): Of<'document'> | null {
  const named = all(claim, 'document');
  return named.length === 1 && named[0]!.at < at && /^(?:hành|ký)$/u.test(claim[at - 1]!.text)
    ? named[0]!.token
    : null;
}

function sameDay(claimed: string, cited: string): boolean {
  return claimed === cited || (/^\d+\/\d+$/.test(claimed) && cited.startsWith(`${claimed}/`));
}

/** “chậm nhất 19/12” for “trước ngày 20/12”: the last day as our own reading has it. */
function lastDay(laid: Laid, token: Of<'date'>, at: number): boolean {
  if (token.relation !== 'until') return false;
  return own(laid, 'date').some(({ token: cited, at: place }) => {
    if (cited.relation !== 'before' || ofDocument(laid.evidence.tokens, place)) return false;
    const limits = readLimits(`trước ngày ${cited.text}`);
    return limits.some(({ day, month, year }) => {
      const short = `${day}/${month}`;
      return (
        (token.text === short || (year !== null && token.text === `${short}/${year}`)) &&
        inCompany(laid, at, place)
      );
    });
  });
}
