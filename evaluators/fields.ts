/** Fields that every schema of a rulebook is made of. */
import { z } from 'zod';

/** Something to be read: never empty. */
export const text = z.string().trim().min(1);

/** As the contract writes ids: lower case, digits, points and hyphens. */
export const id = z.string().regex(/^[a-z0-9][a-z0-9.-]*$/);

/** `2024-02-05`; whether there is such a day is checked with the whole rulebook. */
export const isoDate = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
