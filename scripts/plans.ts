/**
 * `npm run --silent plans -- --json` lists the plans; `-- --text ID` prints the text that citations point into.
 *
 * Exit code 2 on wrong use, with nothing on standard output. A plan folder that cannot be read is named on
 * standard error and does not stop the others.
 */
import process from 'node:process';
import type { Plan, PlanStatus } from '../knowledge/index.ts';
import { openPlans, runCommand, UsageFault } from './open-plans.ts';

const usage = 'Cách dùng: npm run --silent plans -- --json\n     hoặc: npm run --silent plans -- --text ID';

const STATUS: Record<PlanStatus, string> = {
  confirmed: 'đã xác nhận còn áp dụng',
  unconfirmed: 'chưa xác nhận — có dấu hiệu thay thế',
  replaced: 'đã thay thế',
};

function listed(plans: readonly Plan[]): string {
  const rows = plans.map(({ id, title, number, date, issuer, period, status, subjects }) => ({
    id,
    title,
    number,
    date,
    issuer,
    period,
    status: STATUS[status],
    subjects: subjects.map(subject => ({ id: subject.id, title: subject.title })),
  }));
  return `${JSON.stringify(rows)}\n`;
}

function output(args: readonly string[]): string {
  const [option, id] = args;
  if (option === '--json' && args.length === 1) return listed(openPlans());
  if (option !== '--text' || id === undefined || args.length !== 2) throw new UsageFault(usage);
  const plans = openPlans();
  const plan = plans.find(known => known.id === id);
  if (plan) return plan.text;
  const known = plans.map(each => each.id).join(', ');
  throw new UsageFault(`Không có kế hoạch “${id}”. Các kế hoạch hiện có: ${known}.\n${usage}`);
}

await runCommand(() => {
  process.stdout.write(output(process.argv.slice(2)));
  return 0;
});
