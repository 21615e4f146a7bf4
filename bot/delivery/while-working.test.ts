import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { whileWorking } from './while-working.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it('[O22] an answer that takes long shows in the chat that it is being made, again and again until it is there', async () => {
  const shown: string[] = [];
  const answer = Promise.withResolvers<string>();
  const whole = whileWorking({ working: chat => void shown.push(chat) }, '7', answer.promise);
  await vi.advanceTimersByTimeAsync(999);
  expect(shown).toEqual([]);
  await vi.advanceTimersByTimeAsync(10_000);
  expect(shown).toEqual(['7', '7', '7']);
  answer.resolve('xong');
  expect(await whole).toBe('xong');
  await vi.advanceTimersByTimeAsync(60_000);
  expect(shown.length).toBe(3);
});

it('[O22] a fault of the answer goes on as it is, and nothing is shown any more', async () => {
  const shown: string[] = [];
  const work = whileWorking({ working: chat => void shown.push(chat) }, '7', Promise.reject(new Error('x')));
  await expect(work).rejects.toThrow('x');
  await vi.advanceTimersByTimeAsync(60_000);
  expect(shown).toEqual([]);
});
