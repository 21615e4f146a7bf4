/** The door of the store. */
export { backUp } from './backup/back-up.ts';
export { BackupFault } from './backup/backup-fault.ts';
export { restore } from './backup/restore.ts';
export { openStore } from './open-store.ts';
export type { Store } from './store.ts';
export { StoreFault } from './store-fault.ts';
