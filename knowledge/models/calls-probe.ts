import { connect } from 'node:net';

/** Long enough for the other side of the world, short enough to be waited for once. */
const PROBE_MS = 1000;

/** Whether anybody answers at the address, by a plain TCP connection; nothing is sent. */
export function isReachable(address: string, limitMs = PROBE_MS): Promise<boolean> {
  const { hostname, port, protocol } = new URL(address);
  return new Promise(done => {
    const socket = connect({
      host: hostname.replace(/^\[|\]$/g, ''),
      port: Number(port) || (protocol === 'https:' ? 443 : 80),
    });
    const end = (reachable: boolean) => () => {
      clearTimeout(timer);
      socket.destroy();
      done(reachable);
    };
    const timer = setTimeout(end(false), limitMs);
    socket.on('connect', end(true));
    socket.on('error', end(false));
  });
}
