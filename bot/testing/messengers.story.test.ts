import { conform } from './conformance/conform.ts';
import { openTelegramStand } from './conformance/telegram-stand.ts';
import { openZaloBotStand } from './conformance/zalo-bot-stand.ts';
import { openZaloOaStand } from './conformance/zalo-oa-stand.ts';

conform('Telegram, polling', () => openTelegramStand(false));
conform('Telegram, webhook', () => openTelegramStand(true));
conform('Zalo Bot, polling', () => openZaloBotStand('polling'));
conform('Zalo Bot, webhook as documented', () => openZaloBotStand('wrapped'));
conform('Zalo Bot, webhook as seen on the wire', () => openZaloBotStand('flat'));
conform('Zalo OA', openZaloOaStand);
