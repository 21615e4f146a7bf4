import { defineConfig } from 'vitest/config';

// `unit` is quick and pure; `story` starts processes, browsers and databases.
const stories = '**/*.story.test.ts';

export default defineConfig({
  test: {
    globalSetup: 'scripts/testing/own-tmp.ts',
    projects: [
      {
        test: {
          name: 'unit',
          include: ['**/*.test.ts'],
          exclude: [stories, 'node_modules/**', 'data/**'],
          // Pure tests share what they load: plans and rulebooks are read once a worker.
          isolate: false,
          maxWorkers: 2,
        },
      },
      {
        test: {
          name: 'story',
          include: [stories],
          exclude: ['node_modules/**', 'data/**'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          maxWorkers: 2,
        },
      },
    ],
  },
});
