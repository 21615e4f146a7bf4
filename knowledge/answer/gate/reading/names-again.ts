const NAMED =
  /Ban (?:Thường vụ|Tổ chức|Tuyên giáo|Dân vận|Chỉ đạo|Nội chính)(?: (?:\p{Lu}\p{L}+|ủy|uỷ|thường|vụ)){0,6}/gu;

/** “…; ban này tổng hợp” with the name of the body that was spoken of last. */
export function withNamesAgain(text: string): string {
  // “gửi X để cơ quan này tổng hợp”: a plan says “để tổng hợp”.
  const bare = text.replace(/(?<=\p{L} để )(?:ban|cơ quan|nơi) (?:này|đó) (?=\p{L})/giu, '');
  return bare.replace(/(?<=[;,.] )(?:ban|cơ quan) này(?!\p{L})/giu, (said, at: number) => {
    const last = [...bare.slice(0, at).matchAll(NAMED)].at(-1);
    return last?.[0] ?? said;
  });
}
