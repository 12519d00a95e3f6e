/** In which language an invite seems to be, to say why its day was not read. */

const WORDS: Readonly<Record<string, readonly string[]>> = {
  English: ['the', 'you', 'your', 'with', 'for', 'and', 'will', 'we', 'on', 'is', 'to', 'interview', 'meeting', 'join'],
  German: ['und', 'der', 'die', 'das', 'sie', 'wir', 'ein', 'zum', 'ist', 'um', 'uhr', 'uns', 'mit', 'auf', 'am'],
  French: ['le', 'la', 'les', 'vous', 'nous', 'et', 'de', 'pour', 'avec', 'est', 'votre', 'une', 'entretien', 'à'],
  Spanish: ['el', 'los', 'las', 'usted', 'para', 'con', 'una', 'y', 'su', 'entrevista', 'es', 'que', 'por', 'a'],
  Italian: ['il', 'gli', 'per', 'con', 'una', 'che', 'colloquio', 'di', 'è', 'della', 'ore', 'alle', 'e', 'ti'],
  Portuguese: ['o', 'os', 'para', 'com', 'uma', 'você', 'entrevista', 'em', 'às', 'da', 'do', 'e', 'seu', 'que'],
  Dutch: ['het', 'een', 'van', 'met', 'voor', 'je', 'jou', 'wij', 'op', 'en', 'gesprek', 'uur', 'om', 'ons'],
  Polish: ['na', 'się', 'do', 'z', 'w', 'jest', 'rozmowę', 'dzień', 'proszę', 'oraz', 'o', 'godzinie', 'nas', 'i'],
};
const ENOUGH = 4;

/** A language other than English, where the words say so; undefined for English, and where nobody can say. */
export function languageOf(text: string): string | undefined {
  if (/[\u3040-\u30ff]/u.test(text)) return 'Japanese';
  if (/[\uac00-\ud7af]{2}/u.test(text)) return 'Korean';
  if (/[\u4e00-\u9fff]{2}/u.test(text)) return 'Chinese';
  const words =
    text
      .slice(0, 5000)
      .toLowerCase()
      .match(/\p{L}+/gu) ?? [];
  const counts = Object.entries(WORDS).map(([language, known]) => {
    const common = new Set(known);
    return { language, count: words.filter((word) => common.has(word)).length };
  });
  const [best] = counts.sort((a, b) => b.count - a.count);
  return best && best.count >= ENOUGH && best.language !== 'English' ? best.language : undefined;
}
