/** Ways to ask for the whole page in short, by language. */
const REQUESTS: readonly RegExp[] = [
  /\b(?:summ?ari[sz](?:e|es|ing)|summary|tl;?dr|overview|outline|gist|key (?:points|takeaways|facts)|main (?:points|ideas?|topics?|message))\b/iu,
  /\bwhat(?:['’]s| is| are|['’]re) (?:this|it|the (?:page|article|text|site|website|post)|we looking at)(?: (?:page|article|text|site|website|post))?(?: (?:all )?about)?\s*\??$/iu,
  /\bwhat does (?:this|the) (?:page|article|text|site|website|post) (?:say|cover|discuss|talk about)\s*\??$/iu,
  /zusammenfass|fass\w* .*zusammen|überblick|worum geht|wovon handelt|kernaussage|hauptpunkte|kurzfassung/iu,
  /résum|de quoi (?:parle|s['’]agit|traite)|points (?:clés|principaux)|aperçu|grandes lignes/iu,
  /resum|de qué (?:trata|va|habla)|puntos (?:clave|principales)|sobre qué/iu,
  /do que (?:trata|se trata|fala)|pontos (?:principais|chave)|sobre o que/iu,
  /riassum|riassunto|sintesi|di (?:che )?cosa (?:parla|tratta|si tratta)|punti (?:chiave|principali)/iu,
  /samenvat|waar gaat .* over|hoofdpunten|kernpunten/iu,
  /ringkas|rangkum|tentang apa/iu,
  /要約|まとめ|概要|何について|何の(?:ページ|記事)|どんな(?:ページ|記事|内容)/u,
  /总结|總結|摘要|概括|概述|讲什么|講什麼|关于什么|關於什麼|主要内容/u,
];

/** Words that only name the page or shape the summary; what is left over is a subject of its own. */
const FILLER =
  /\b(?:this|the|page|article|text|site|website|post|for me|please|short|brief|briefly|quick|in (?:a few|one|two|three|five)|sentences?|words?|bullet points?|give|me|can|could|you|an?|of|to|main|key|points?|is|it|what|about|all|write|make|content|entire|whole|diese[rs]?|seite|artikel|bitte|kurz|mir|den|die|das|eine?n?|in|stichpunkten|cette|page|ce|cet|l['’]article|texte|moi|peux-tu|la|le|les|un|une|esta|este|página|artículo|el|por favor|isto|esta|artigo|o|a|questa|questo|pagina|articolo|il|lo|per favore|deze|dit|het|de|ini|halaman)\b/giu;

/** The most that may be left of a question for it to mean the whole page. */
const MAX_REST = 12;

/** Whether a question asks what the page as a whole says, not about one subject in it. */
export function isOutlineRequest(question: string): boolean {
  const text = question.normalize('NFKC').trim();
  const pattern = REQUESTS.find((each) => each.test(text));
  if (pattern === undefined) return false;
  const rest = text
    .replace(pattern, ' ')
    .replace(FILLER, ' ')
    .replace(/[\s\p{P}\p{S}]+/gu, '');
  return rest.length <= MAX_REST;
}
