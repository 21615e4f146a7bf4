// A bare grammY bot: echoes, keeps nothing.
import process from 'node:process';
import { Bot } from 'grammy';

const [root, token] = process.argv.slice(2) as [string, string];
const bot = new Bot(token, { client: { apiRoot: root } });
bot.on('message:text', context => context.reply(context.message.text));
void bot.start({ allowed_updates: ['message'], onStart: () => void process.send!('ready') });
