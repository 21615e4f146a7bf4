/** The door of `documents/`: verdicts and plans as .docx, in the form of Party documents, each with its seal. */

export { documentWords } from '../words/document-words.ts';
export { currentForm, type Form, formOf, forms } from './form.ts';
export { type AnnounceInput, announceResults } from './four-good/announce-results.ts';
export { type BuildPlanInput, buildPlan } from './four-good/build-plan.ts';
export { templateOf } from './four-good/template.ts';
export { largestFile } from './seal/open-docx.ts';
export type { ReviewInput, Unit } from './self-review/review-input.ts';
export { selfReviewReport } from './self-review/self-review-report.ts';
export { type Verification, verifyDocument } from './verify-document.ts';
