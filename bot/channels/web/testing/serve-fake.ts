// The page with the fake assistant, as a process of its own: `node serve-fake.ts 8090`. Prints its address.
import process from 'node:process';
import { listen } from '../server.ts';
import { createWebApp } from '../web-app.ts';
import { fakeAssistant } from './fake-assistant.ts';

const { url } = await listen(createWebApp(fakeAssistant()), {
  host: '127.0.0.1',
  port: Number(process.argv[2] ?? 0),
});
process.stdout.write(`${url}\n`);
