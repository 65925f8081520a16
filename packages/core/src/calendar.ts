/** Something that takes place. */
export interface CalendarEvent {
  /** The same for the same event: a calendar that has it already changes it. */
  id: string;
  title: string;
  about: string;
  from: Date;
  to: Date;
  /** When it is written. */
  at: Date;
}

/** An event as calendars read it (RFC 5545), its lines folded at 75 bytes. */
export function toCalendar({ id, title, about, from, to, at }: CalendarEvent): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Kith//Kith//EN',
    'BEGIN:VEVENT',
    `UID:${escape(id)}@kith`,
    `DTSTAMP:${moment(at)}`,
    `DTSTART:${moment(from)}`,
    `DTEND:${moment(to)}`,
    `SUMMARY:${escape(title)}`,
    ...(about ? [`DESCRIPTION:${escape(about)}`] : []),
    'END:VEVENT',
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

function moment(date: Date): string {
  return date.toISOString().replace(/[-:]|\.\d+/g, '');
}

function escape(text: string): string {
  return text
    .replace(/[\\;,]/g, '\\$&')
    .replace(/\r\n?|\n/g, '\\n')
    .replace(/\p{Cc}/gu, '');
}

/** Longer lines go on after a line break and a space; no character is cut. */
function folded(line: string): string {
  const encoder = new TextEncoder();
  let bytes = 0;
  return [...line]
    .map((character) => {
      const { length } = encoder.encode(character);
      bytes += length;
      if (bytes <= 75) return character;
      bytes = 1 + length;
      return `\r\n ${character}`;
    })
    .join('');
}
