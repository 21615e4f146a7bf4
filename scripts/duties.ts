/**
 * `npm run --silent duties -- --json --plan ID [--subject ID] --from D --to D`: what is due in a window.
 *
 * Exit code 2 on wrong use, with the field and what would be right.
 */
import process from 'node:process';
import { isDay, loadRulebooks, occurrences, showProblem } from '../evaluators/index.ts';

const usage =
  'Cách dùng: npm run --silent duties -- --json --plan ID [--subject ID] --from 2026-11-01 --to 2026-12-31';

/** Options by name, or what is wrong. */
function readOptions(args: string[]): { options: Map<string, string> } | { error: string } {
  const options = new Map<string, string>();
  for (let at = 0; at < args.length; at += 1) {
    const [name = '', inline] = args[at]!.split(/=(.*)/s, 2);
    if (!['--json', '--plan', '--subject', '--from', '--to'].includes(name))
      return { error: `không hiểu “${args[at]}”` };
    if (options.has(name)) return { error: `${name} có hai lần; chỉ giữ một` };
    if (name === '--json') {
      if (inline !== undefined) return { error: '--json không nhận giá trị' };
      options.set(name, '');
      continue;
    }
    const value = inline ?? args[++at];
    if (value === undefined || value === '' || value.startsWith('--'))
      return { error: `${name} thiếu giá trị` };
    options.set(name, value);
  }
  return { options };
}

function run(args: string[]): { json: string } | { error: string } {
  const read = readOptions(args);
  if ('error' in read) return read;
  const { options } = read;
  for (const name of ['--json', '--plan', '--from', '--to'])
    if (!options.has(name)) return { error: `thiếu ${name}` };
  const { rulebooks, problems } = loadRulebooks();
  if (problems.length > 0) return { error: problems.map(showProblem).join('\n') };
  const plan = options.get('--plan')!;
  const rulebook = rulebooks.get(plan);
  if (rulebook === undefined)
    return {
      error: `--plan: không có kế hoạch “${plan}”; cần một trong: ${[...rulebooks.keys()].join(', ')}`,
    };
  const subject = options.get('--subject');
  const subjects = rulebook.subjects.map(({ id }) => id);
  if (subject !== undefined && !subjects.includes(subject))
    return {
      error: `--subject: ${plan} không có đối tượng “${subject}”; cần một trong: ${subjects.join(', ')}`,
    };
  const [from, to] = [options.get('--from')!, options.get('--to')!];
  for (const [name, date] of [
    ['--from', from],
    ['--to', to],
  ] as const)
    if (!isDay(date)) return { error: `${name}: “${date}” không phải ngày có thật; cần dạng 2026-11-01` };
  if (from > to) return { error: `--from ${from} sau --to ${to}; cần --from không sau --to` };
  return { json: JSON.stringify(occurrences(rulebook, { subject, from, to })) };
}

const result = run(process.argv.slice(2));
if ('error' in result) {
  process.stderr.write(`${result.error}\n${usage}\n`);
  process.exitCode = 2;
} else process.stdout.write(`${result.json}\n`);
