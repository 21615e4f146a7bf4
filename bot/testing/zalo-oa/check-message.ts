/** An error as Zalo answers it, with HTTP 200. */
export class Refusal extends Error {
  readonly code: number;
  constructor(code: number, message: string) {
    super(message);
    this.code = code;
  }
}

export interface CheckedMessage {
  text: string;
  buttons: { label: string; data: string }[];
  /** Token of an uploaded file. */
  file?: string;
}

/** A `message` of /v3.0/oa/message/cs; throws where Zalo refuses it. */
export function checkMessage(value: unknown): CheckedMessage {
  const { text, attachment, ...rest } = (value ?? {}) as Record<string, unknown>;
  if (Object.keys(rest).length > 0) throw invalid('unknown field in message');
  if (attachment === undefined) return { text: checkText(text), buttons: [] };
  const { type, payload } = attachment as { type?: unknown; payload?: Record<string, unknown> };
  if (type === 'file' && typeof payload?.token === 'string' && text === undefined)
    return { text: '', buttons: [], file: payload.token };
  if (type === 'template') return { text: checkText(text), buttons: checkButtons(payload?.buttons) };
  throw invalid('attachment is invalid');
}

function checkText(text: unknown): string {
  if (typeof text !== 'string' || text.trim() === '' || !text.isWellFormed())
    throw invalid('text is invalid');
  if (text.length > 2000) throw new Refusal(-210, 'Parameter exceeds allowable limit: text');
  return text;
}

function checkButtons(buttons: unknown): CheckedMessage['buttons'] {
  if (!Array.isArray(buttons) || buttons.length < 1) throw invalid('buttons are invalid');
  if (buttons.length > 5) throw new Refusal(-210, 'Parameter exceeds allowable limit: buttons');
  return buttons.map(({ title, type, payload }: Record<string, unknown>) => {
    if (type !== 'oa.query.hide' || typeof title !== 'string' || typeof payload !== 'string')
      throw invalid('button');
    if (title === '' || title.length > 100)
      throw new Refusal(-210, 'Parameter exceeds allowable limit: title');
    if (payload === '' || payload.length > 1000)
      throw new Refusal(-210, 'Parameter exceeds allowable limit: payload');
    return { label: title, data: payload };
  });
}

export function invalid(what: string): Refusal {
  return new Refusal(-201, `Params is invalid: ${what}`);
}
