/** An entry for people: time, level, event, what it means, and its fields. */
export function textLine(json: string): string {
  const { time, level, event, text, ...fields } = JSON.parse(json) as Readonly<Record<string, unknown>>;
  const rest = Object.entries(fields).map(
    ([name, value]) => ` ${name}=${Array.isArray(value) ? value.join(',') : String(value)}`,
  );
  return `${String(time)} ${String(level).toUpperCase()} ${String(event)}: ${String(text)}${rest.join('')}\n`;
}
