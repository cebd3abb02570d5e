/** Ends a command with one line on standard error and exit code 1. */
export class CommandError extends Error {}
