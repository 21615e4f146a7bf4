import { expect, it } from 'vitest';
import { openMetrics } from './metrics.ts';

it('[O17] figures are written as Prometheus reads them', () => {
  const metrics = openMetrics();
  metrics.count('tro_ly_events_total', { channel: 'telegram', outcome: 'taken' });
  metrics.count('tro_ly_events_total', { channel: 'telegram', outcome: 'taken' }, 2);
  metrics.observe('tro_ly_answer_seconds', { channel: 'a"b\\c\n' }, 0.03);
  const text = metrics.text([{ name: 'tro_ly_outbox_depth', help: 'd', value: 4 }]);
  const lines = text.split('\n');
  expect(lines).toContain('tro_ly_events_total{channel="telegram",outcome="taken"} 3');
  expect(lines).toContain('tro_ly_answer_seconds_bucket{channel="a\\"b\\\\c\\n",le="0.025"} 0');
  expect(lines).toContain('tro_ly_answer_seconds_bucket{channel="a\\"b\\\\c\\n",le="0.05"} 1');
  expect(lines).toContain('tro_ly_answer_seconds_bucket{channel="a\\"b\\\\c\\n",le="+Inf"} 1');
  expect(lines).toContain('# TYPE tro_ly_outbox_depth gauge');
  expect(lines).toContain('tro_ly_outbox_depth 4');
  expect(text.endsWith('\n')).toBe(true);
});
