/** BM25 as textbooks give it (k1 1.2, b 0.75) over lower-case words with their diacritics. */
export function plainBm25(texts: readonly string[]): (query: string, most: number) => string[] {
  const documents = texts.map(wordsOf);
  const average = documents.reduce((sum, d) => sum + d.length, 0) / documents.length;
  const postings = new Map<string, Map<number, number>>();
  documents.forEach((words, i) => {
    for (const word of words) {
      const counts = postings.get(word) ?? new Map<number, number>();
      counts.set(i, (counts.get(i) ?? 0) + 1);
      postings.set(word, counts);
    }
  });
  return (query, most) => {
    const scores = new Map<number, number>();
    for (const word of new Set(wordsOf(query))) {
      const counts = postings.get(word);
      if (!counts) continue;
      const idf = Math.log(1 + (documents.length - counts.size + 0.5) / (counts.size + 0.5));
      for (const [i, tf] of counts) {
        const norm = tf + 1.2 * (0.25 + (0.75 * documents[i]!.length) / average);
        scores.set(i, (scores.get(i) ?? 0) + (idf * tf * 2.2) / norm);
      }
    }
    return [...scores]
      .sort((a, b) => b[1] - a[1])
      .slice(0, most)
      .map(([i]) => texts[i]!);
  };
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}
