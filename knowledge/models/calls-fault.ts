/** Why a call came to nothing, read off whatever was thrown. Messages are never looked at: they may hold words. */
export type CallFault = 'unreachable' | 'slow' | 'refused' | 'busy' | 'nonsense';

const GONE =
  /^(?:ECONN(?:REFUSED|RESET|ABORTED)|ENOTFOUND|EAI_\w+|E(?:HOST|NET)UNREACH|EPIPE|EADDRNOTAVAIL|UND_ERR_SOCKET|CERT_\w+|DEPTH_ZERO_\w+|SELF_SIGNED_\w+|UNABLE_TO_\w+|ERR_TLS_\w+|ERR_SSL_\w+)$/;
const LATE = /^(?:ETIMEDOUT|UND_ERR_(?:CONNECT|HEADERS|BODY)_TIMEOUT)$/;

export interface ReadFault {
  why: CallFault;
  /** HTTP status or system code, for the log; null: neither. */
  code: string | number | null;
}

/** Looks through an error and its causes. */
export function readFault(error: unknown): ReadFault {
  for (const one of causes(error)) {
    const { status, code, name } = one;
    if (typeof status === 'number' && status >= 300) return { why: ofStatus(status), code: status };
    if (typeof code === 'string' && GONE.test(code)) return { why: 'unreachable', code };
    if (typeof code === 'string' && LATE.test(code)) return { why: 'slow', code };
    if (name === 'TimeoutError' || name === 'APIConnectionTimeoutError') return { why: 'slow', code: null };
    if (name === 'EndpointMoved') return { why: 'refused', code: 'moved' };
  }
  return { why: 'nonsense', code: null };
}

function ofStatus(status: number): CallFault {
  return status === 408 || status === 429 || status >= 500 ? 'busy' : 'refused';
}

type Thrown = { status?: unknown; code?: unknown; name?: unknown };

/** An error and what caused it, outermost first; at most ten. */
export function causes(error: unknown): Thrown[] {
  const out: Thrown[] = [];
  let one: unknown = error;
  while (typeof one === 'object' && one !== null && out.length < 10) {
    out.push(one as Thrown);
    if (one instanceof AggregateError) out.push(...(one.errors.filter(Boolean) as Thrown[]));
    one = (one as { cause?: unknown }).cause;
  }
  return out;
}
