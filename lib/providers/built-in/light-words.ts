/**
 * Words so common in a language that they say little of a question's subject, beyond its function words: a page that
 * answers may well put it without them. One line for each language of the stop lists that are short.
 */
const LIGHT = new Set(
  `get gets getting go goes going need needs needed make makes made making take takes taking use used uses using put keep keeps have let come
  comes want like look looking see find found work works working do try happen happens start starts started end ends begin become give gives
  thing things way ways kind kinds type types sort sorts name names named part parts place good better best well bad big large small great new
  old real really actual actually usual usually typical typically normal normally original originally general generally main special
  common certain different people person someone anyone everyone friend together back much lot lots also ever still enough able possible
  time times day days year problem question answer reason idea difference hold play plays help helps mean means exactly most more several various multiple many
  maximum minimum amount number total one ones else instead together along
  machen macht gemacht geben gibt gehen geht kommen kommt brauchen braucht brauche nehmen lassen finden findet bekommen heißt heißen nennt
  gut gute guten besser beste besten groß große großen klein neue neuen eigentlich genau leute menschen person ding sache art arten weise
  problem grund frage antwort unterschied teil zeit tag jahr möglich nötig
  faire fait avoir aller va prendre mettre trouver trouve venir besoin utiliser utilisé bon bonne meilleur grand grande petit petite nouveau
  nouvelle vraiment généralement gens personne chose façon manière sorte type genre problème question réponse raison idée différence partie
  hacer hace hago tener tiene ir va poner tomar usar encontrar necesito necesita bueno buena mejor grande pequeño nuevo nueva realmente gente
  persona cosa manera forma tipo clase problema pregunta respuesta razón diferencia parte
  fazer faz faço ter tem ir vai pôr tomar usar encontrar preciso precisa bom boa melhor grande pequeno novo nova realmente pessoas pessoa coisa
  maneira forma tipo problema pergunta resposta razão diferença parte
  fare fa faccio avere ha andare va mettere prendere usare trovare serve bisogno buono buona migliore grande piccolo nuovo nuova davvero gente
  persona persone cosa modo tipo problema domanda risposta ragione differenza parte
  maken maakt gaan gaat nemen krijgen vinden nodig gebruiken goed goede beste groot grote klein nieuw echt mensen persoon ding manier soort
  probleem vraag antwoord reden verschil deel
  cara orang hal ada buat membuat baik besar kecil baru jenis tersedia melakukan`.split(/\s+/),
);

/** Whether a word is too common to tell much of what a question is about. */
export function isLight(word: string): boolean {
  return LIGHT.has(word);
}
