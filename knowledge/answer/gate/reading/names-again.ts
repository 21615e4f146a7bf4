const NAMED =
  /Ban (?:Thường vụ|Tổ chức|Tuyên giáo|Dân vận|Chỉ đạo|Nội chính)(?: (?:\p{Lu}\p{L}+|ủy|uỷ|thường|vụ)){0,6}/gu;

/** “…; ban này tổng hợp” with the name of the body that was spoken of last. */
export function withNamesAgain(text: string): string {
  return text.replace(/(?<=[;,.] )(?:ban|cơ quan) này(?!\p{L})/giu, (said, at: number) => {
    const last = [...text.slice(0, at).matchAll(NAMED)].at(-1);
    return last?.[0] ?? said;
  });
}
