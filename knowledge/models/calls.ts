import { createHmac } from 'node:crypto';
import type { Budget } from './budget.ts';
import { believable, estimatedTokens } from './budget.ts';
import { openBreaker } from './calls-breaker.ts';
import { endpointOf } from './calls-client.ts';
import type { ReadFault } from './calls-fault.ts';
import { readFault } from './calls-fault.ts';
import { isReachable } from './calls-probe.ts';
import { timed } from './calls-time.ts';
import { openMask } from './mask.ts';
import type { Called, ModelCalls, ModelSettings, Usage } from './ports.ts';

type What = Parameters<ModelCalls['call']>[0];

/** Where the audit lines go; pino's loggers are such. */
export interface CallLog {
  info(facts: object, words: string): void;
}

export interface CallDeps {
  budget: Budget;
  log: CallLog;
  /** Milliseconds. */
  now: () => number;
  /** Keys the hash by which persons stand in the log. */
  salt: string;
  /** Loads what a call needs, before its time begins; loading takes a second or two, once. */
  load?: (kind: What['kind']) => Promise<unknown>;
  probe?: (address: string) => Promise<boolean>;
  limits?: Partial<Limits>;
}

/** Milliseconds of a whole call, retries included. `embed`: a question that somebody waits for. */
export interface Limits {
  write: number;
  read: number;
  embed: number;
  embedPlan: number;
}

const LIMITS: Limits = { write: 20_000, read: 8_000, embed: 1_500, embedPlan: 60_000 };
/** Tokens that an answer is expected to have, where nothing is known yet. */
const ANSWER = { embed: 0, write: 800, read: 100 };

/** The calls to one endpoint, and whether it is worth getting ready for one. */
export interface GuardedCalls extends ModelCalls {
  /** Knocks where it is not known; false: nobody answers, and nobody knocks again for a while. */
  reachable(): Promise<boolean>;
}

/** The calls to one endpoint, with every care they need; see the port. */
export function openModelCalls(settings: ModelSettings, deps: CallDeps): GuardedCalls {
  const { budget, log, now, salt, load, probe = isReachable } = deps;
  const limits = { ...LIMITS, ...deps.limits };
  const address = endpointOf(settings);
  const breaker = openBreaker(now);
  const hashOf = (person: string | null): string | null =>
    person === null ? null : createHmac('sha256', salt).update(person).digest('hex').slice(0, 12);

  async function reachable(): Promise<boolean> {
    if (breaker.open(null)) return false;
    if (breaker.reachable() || (await probe(address))) return true;
    breaker.failed(null, 'unreachable');
    log.info({ outcome: 'unreachable' }, 'model call');
    return false;
  }

  return {
    reachable,
    async call(what, run) {
      const { kind, person, signal } = what;
      const resting = breaker.open(kind);
      if (resting) return { ok: false, why: resting };
      if (signal?.aborted) return { ok: false, why: 'cancelled' };
      // Before anything else: getting words ready costs more than a knock.
      if (!(await reachable())) return { ok: false, why: 'unreachable' };

      const began = now();
      const masking = openMask({ numbered: kind !== 'embed' });
      // What one text gives away is masked in all of them.
      for (const text of what.texts) masking.mask(text);
      const masked = what.texts.map(text => masking.mask(text));
      const size = { in: masked.reduce((sum, { length }) => sum + length, 0), out: 0 };
      const tell = (outcome: string, used: Usage, fault: ReadFault['code'] = null): void =>
        log.info(
          {
            kind,
            model: kind === 'embed' ? settings.embeddingModel : settings.chatModel,
            person: hashOf(person),
            charactersIn: size.in,
            charactersOut: size.out,
            ...used,
            ms: Math.round(now() - began),
            outcome,
            ...(fault === null ? {} : { fault }),
          },
          'model call',
        );
      const nothing: Usage = { tokensIn: 0, tokensOut: 0 };
      const estimated = (): Usage => ({
        tokensIn: estimatedTokens(size.in),
        tokensOut: size.out > 0 ? estimatedTokens(size.out) : ANSWER[kind],
      });

      const hold = budget.hold(person, kind, estimated());
      if (!hold) {
        tell('budget', nothing);
        return { ok: false, why: 'budget' };
      }
      const timing = timed(limitOf(kind, person, limits), signal);
      try {
        // What is loaded is not the endpoint's time.
        await load?.(kind);
        timing.signal.throwIfAborted();
        timing.begin();
        const tools = {
          signal: timing.signal,
          mask: (text: string): string => {
            const out = masking.mask(text);
            size.in += out.length;
            return out;
          },
          unmask: (text: string): string => {
            size.out += text.length;
            return masking.unmask(text);
          },
        };
        const { value, usage } = await Promise.race([run(masked, tools), timing.ended]);
        const used = believable(usage, estimated());
        hold.settle(used);
        breaker.answered(kind);
        tell('ok', used);
        return { ok: true, value };
      } catch (error) {
        const ended = timing.why();
        const { why, code } = ended ? { why: ended, code: null } : readFault(error);
        // What was sent may have been taken, and then it is paid for.
        const used = why === 'unreachable' ? nothing : { ...estimated(), tokensOut: 0 };
        hold.settle(used);
        if (why !== 'cancelled') breaker.failed(kind, why);
        tell(why, used, code);
        return { ok: false, why } satisfies Called<never>;
      } finally {
        timing.stop();
      }
    },
  };
}

function limitOf(kind: What['kind'], person: string | null, limits: Limits): number {
  return kind === 'embed' && person === null ? limits.embedPlan : limits[kind];
}
