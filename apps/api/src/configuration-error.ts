/** The start is refused: the message names the variable, what it holds and what it should hold. */
export class ConfigurationError extends Error {}
