/** A backup or a restore cannot be done; the message says why and what to do. Nothing was changed. */
export class BackupFault extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'BackupFault';
  }
}
