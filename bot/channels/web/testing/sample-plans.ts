import { join } from 'node:path';
import { loadPlans } from '../../../../knowledge/index.ts';

/** The real plans: long titles, missing numbers and dates, footnotes and templates are what the reader has to bear. */
export const samplePlans = loadPlans(join(import.meta.dirname, '../../../../knowledge/plans'), null).plans;
