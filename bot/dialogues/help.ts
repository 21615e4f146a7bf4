import { plain } from '../choose.ts';

const GREETINGS = ['xin chào', 'chào', 'hello', 'hi', 'alo', 'chào bạn', 'chào đồng chí', 'chào ad', 'em chào', 'dạ chào', 'chào trợ lý', 'bắt đầu', 'start', 'chào buổi sáng', 'chào buổi tối', 'xin chào trợ lý', 'chào bot'];
const THANKS = ['cảm ơn', 'cám ơn', 'cảm ơn nhiều', 'cảm ơn đồng chí', 'cảm ơn ad', 'ok cảm ơn', 'ok', 'oke', 'thanks', 'tks', 'xin cảm ơn', 'em cảm ơn', 'tôi hiểu rồi', 'hiểu rồi', 'được rồi', 'dạ cảm ơn'];

/** Nothing but a greeting. */
export function isGreeting(text: string): boolean {
  return isOneOf(text, GREETINGS);
}

/** Nothing but thanks. */
export function isThanks(text: string): boolean {
  return isOneOf(text, THANKS);
}

function isOneOf(text: string, phrases: readonly string[]): boolean {
  const said = text.replace(/\s+(ạ|nhé|nha|ơi|nhiều|ad|nhen)+\s*[.!]*$/iu, '');
  return phrases.some(phrase => plain(phrase) === plain(said));
}
