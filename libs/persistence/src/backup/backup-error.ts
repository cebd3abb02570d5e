/** Why a backup cannot be made, read or restored: the message names the place and what was expected. */
export class BackupError extends Error {}
