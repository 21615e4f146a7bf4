import { fold } from '../vietnamese/fold.ts';

const NUMBER = /\d{1,4}\s*-\s*\p{L}{2,6}\s*\/\s*\p{L}{2,8}/gu;

/** The numbers of documents in a text, folded and without spaces or leading zeros: `7-kh/hu`, in order. */
export function documentNumbers(text: string): string[] {
  return [...text.matchAll(NUMBER)].map(match => fold(match[0]).replace(/\s+/g, '').replace(/^0+/, ''));
}
