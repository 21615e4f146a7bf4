import type { Check } from '../sentence.ts';
import { ownedByAnother } from './around.ts';
import { sameBody } from './bodies.ts';
import { definesRightly } from './defined.ts';
import { fits } from './fits.ts';
import { meantByAll, namesModel, repeats } from './named.ts';
import { DOERS, sameTopic } from './topics.ts';

/** Every body stands in the sentence, and does or receives there what the claim says of it. */
export const checkBodies: Check = laid => {
  const { mentions, evidence, known } = laid;
  const defines = definesRightly(laid);
  if (defines !== null) return defines ? null : 'role';
  for (const mention of mentions) {
    if (mention.role === 'model') {
      if (!namesModel(laid, mention)) return 'body';
      continue;
    }
    // The heading “Tiêu chí mô hình “chi bộ bốn tốt”” says whom the criteria are for; elsewhere a model is no body.
    const cited = evidence.mentions.filter(
      each =>
        sameBody(mention, each, known) &&
        (each.role !== 'model' || evidence.parts[each.from] === 'head') &&
        (evidence.parts[each.from] !== 'before' || DOERS.includes(each.role)) &&
        // Whose the document in a heading is, says nothing of the sentence.
        !(each.proper && each.role === 'owner' && evidence.parts[each.from] === 'head'),
    );
    if (cited.length === 0 && meantByAll(laid, mention)) continue;
    if (cited.length === 0) return 'body';
    if (!fits(laid, mention, cited) || ownedByAnother(laid, mention)) return 'role';
  }
  if (repeats(laid)) return 'body';
  return sameTopic(laid) ? null : 'role';
};
