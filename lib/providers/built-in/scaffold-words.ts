/**
 * Words that a question is built with and that say nothing about its subject, beyond the function words: question words
 * missing from the stop lists, and talk about the page itself.
 */
const SCAFFOLD = new Set(
  `page article text website site webpage post say says said mention mentions mentioned mentioning tell explain describe describes give
  list according author writer poster user post summarise summarize summary outline overview please know want anything something someone many much
  seite artikel text webseite webseiten sagt steht erklär erkläre erklären nenne nennt erwähnt laut autor bitte wann wer wen wem warum wieso
  weshalb wie wo woher wohin viele viel wissen gibt
  article texte site dit explique expliquer mentionne selon auteur quand qui combien comment pourquoi où quoi est-ce savoir peut peux faut
  página artículo texto sitio dice explica menciona según autor cuándo cuánto cuánta cuántos cuántas quién quiénes cómo dónde cuál qué
  página artigo texto diz explique quando quanto quanta quantos quantas quem como onde qual porque
  pagina articolo testo sito dice spiega quando quanto quanta quanti quante come dove quale perché
  pagina artikel tekst zegt leg uit wanneer hoeveel waarom hoe waar welke wie
  halaman artikel menurut kapan berapa siapa bagaimana mengapa kenapa mana apa apakah`.split(/\s+/),
);

/** Whether a word of a question only helps to ask. */
export function isScaffold(word: string): boolean {
  return SCAFFOLD.has(word);
}
