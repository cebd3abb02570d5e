import { englishDraft } from './english.js';
import { germanDraft } from './german.js';
import type { Block, Draft, MailLocale, Message, MessageContext } from './message.js';
import { escapeHtml, oneLine } from './plain-text.js';

const LONGEST_SUBJECT = 250;

/**
 * Writes a mail. The same context gives the same message.
 * @throws MailDataError where the context lacks what its kind needs
 */
export function renderMessage(context: MessageContext, locale: MailLocale): Message {
  const draft = locale === 'de' ? germanDraft(context) : englishDraft(context);
  const subject = oneLine(draft.subject, LONGEST_SUBJECT);
  return { locale, subject, text: textOf(draft), html: htmlOf({ ...draft, subject }, locale) };
}

function textOf({ greeting, blocks, closing }: Draft): string {
  return `${[greeting, ...blocks.map(textOfBlock), ...textOfClosing(closing)].join('\n\n')}\n`;
}

function textOfBlock(block: Block): string {
  switch (block.kind) {
    case 'paragraph':
      return block.text;
    case 'facts':
      return block.facts.map(([label, value]) => `${label}: ${value}`).join('\n');
    case 'quote':
      return block.text
        .split('\n')
        .map((line) => `> ${line}`.trimEnd())
        .join('\n');
    case 'link':
      return `${block.label}:\n${block.href}`;
  }
}

const textOfClosing = ([greeting = '', from = '', ...notes]: readonly string[]): readonly string[] => [
  `${greeting}\n${from}`,
  ...notes,
];

/** Inline styles alone: mail programs drop the others. No image, no font, nothing that is fetched. */
function htmlOf({ subject, greeting, blocks, closing }: Draft, locale: MailLocale): string {
  const [farewell = '', from = '', ...notes] = closing;
  return [
    '<!doctype html>',
    `<html lang="${locale}">`,
    `<head><meta charset="utf-8"><title>${escapeHtml(subject)}</title></head>`,
    '<body style="font-family: sans-serif; font-size: 16px; line-height: 1.5; color: #1a1a1a; max-width: 40em">',
    `<p>${escapeHtml(greeting)}</p>`,
    ...blocks.map(htmlOfBlock),
    `<p>${escapeHtml(farewell)}<br>${escapeHtml(from)}</p>`,
    ...notes.map((note) => `<p style="font-size: 13px; color: #555555">${escapeHtml(note)}</p>`),
    '</body>',
    '</html>',
    '',
  ].join('\n');
}

function htmlOfBlock(block: Block): string {
  switch (block.kind) {
    case 'paragraph':
      return `<p>${escapeHtml(block.text)}</p>`;
    case 'facts':
      return [
        '<table style="border-collapse: collapse">',
        ...block.facts.map(
          ([label, value]) =>
            `<tr><th scope="row" style="text-align: left; vertical-align: top; font-weight: normal; color: #555555; padding: 2px 16px 2px 0">${escapeHtml(label)}</th><td style="padding: 2px 0; word-break: break-word">${escapeHtml(value)}</td></tr>`,
        ),
        '</table>',
      ].join('\n');
    case 'quote':
      return `<blockquote style="margin: 0 0 1em 0; padding-left: 1em; border-left: 3px solid #cccccc">${escapeHtml(block.text).replaceAll('\n', '<br>')}</blockquote>`;
    case 'link':
      return `<p><a href="${escapeHtml(block.href)}">${escapeHtml(block.label)}</a><br><span style="font-size: 13px; color: #555555; word-break: break-all">${escapeHtml(block.href)}</span></p>`;
  }
}
