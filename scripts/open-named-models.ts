import { randomBytes } from 'node:crypto';
import { readConfig } from '../bot/index.ts';
import type { Duties, Knowledge, ModelConfig, ModelDeps, Models } from '../knowledge/index.ts';
import { openModels } from '../knowledge/index.ts';

let known: Promise<Duties> | null = null;

/** Rulebooks are read when a model first asks for duties, so that answers without one start no later. */
const duties: Duties = async (plan, today) => {
  known ??= Promise.all([import('../bot/converse.ts'), import('../evaluators/index.ts')]).then(
    ([{ dutiesOfPlans }, { builtInRulebooks, loadRulebooks }]) => {
      const { rulebooks } = loadRulebooks(builtInRulebooks);
      return dutiesOfPlans({ of: id => rulebooks.get(id) ?? null });
    },
  );
  return (await known)(plan, today);
};

/**
 * The models of the settings, or of what `choose` leaves of them; null where none is named. Calls leave no line on
 * standard error, which is for what is wrong with the input; `deps` may listen to them.
 */
export async function openNamedModels(
  knowledge: Knowledge,
  deps: Partial<Pick<ModelDeps, 'log' | 'onGate' | 'duties'>> = {},
  choose: (model: ModelConfig) => ModelConfig = model => model,
): Promise<Models | null> {
  const { model, dataDir } = readConfig();
  if (!model) return null;
  return openModels(choose(model), {
    knowledge,
    dataDir,
    log: { info: () => {} },
    now: () => performance.now(),
    today: () => Temporal.Now.plainDateISO('Asia/Ho_Chi_Minh').toString(),
    chance: Math.random,
    salt: randomBytes(16).toString('hex'),
    duties,
    ...deps,
  });
}
