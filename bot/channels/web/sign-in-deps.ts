import type { Config } from '../../config.ts';
import type { Linking } from '../../delivery/linking.ts';
import type { Rate } from '../../delivery/rate-limit.ts';
import { openRateLimit } from '../../delivery/rate-limit.ts';
import type { DeliveryStore } from '../../store/delivery/delivery-store.ts';
import type { SignInDeps } from './sign-in.ts';

/** Five tries from one address, and then one every three minutes; forty from all together. */
const FROM_ONE: Rate = { perSecond: 1 / 180, burst: 5 };
const FROM_ALL: Rate = { perSecond: 1 / 20, burst: 40 };

/** Whether more than this machine can reach the page. */
export function needsSignIn({ host, publicUrl }: Pick<Config, 'host' | 'publicUrl'>): boolean {
  return publicUrl !== null || !/^(localhost|::1|127(\.\d{1,3}){3})$/i.test(host);
}

/** The door's view of the assistant. */
export function signInDeps(parts: {
  config: Config;
  delivery: DeliveryStore;
  linking: Linking;
  now: () => number;
}): SignInDeps {
  const { config, delivery, linking, now } = parts;
  const one = openRateLimit(FROM_ONE, now);
  const all = openRateLimit(FROM_ALL, now);
  return {
    password: config.webPassword,
    useCode: code => linking.enter(code),
    addName: (name, person) => delivery.addAccount({ channel: 'web', address: name, person, chat: '' }),
    openSession: (tokenHash, expiresAt) => delivery.openSession(tokenHash, expiresAt),
    isSession: tokenHash => delivery.isSession(tokenHash),
    closeSession: tokenHash => delivery.closeSession(tokenHash),
    mayTry: address => one(address) === 'yes' && all('all') === 'yes',
    now,
  };
}
