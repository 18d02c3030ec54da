import type { Language } from './languages';
import type { AnswerKind } from './question-words';
import { termOf } from './terms';
import { wordsOf } from './words';

const MONTHS =
  'jan(?:uary|uar|vier|eiro|uari)?|feb(?:ruary|ruar|ruari)?|f[ée]v(?:rier|ereiro)?|m(?:ar(?:ch|s|ço|zo)?|ärz|aart)|a[pvb]r(?:il|ile)?|ma[yio]|mei|maggio|mayo|ju[nil](?:e|y|i|io|ho|lho|nho|let|n)?|juin|juillet|ao[uû]t|aug(?:ust|ustus)?|ago(?:sto)?|sep(?:t|tember|tembre|tiembre)?|setembro|settembre|o[ck]t(?:ober|obre|ubre)?|out(?:ubro)?|ottobre|nov(?:ember|embre|iembre|embro)?|de[cz](?:ember)?|d[ée]cembre|diciembre|dezembro|dicembre|gennaio|enero|febrero|febbraio|giugno|luglio';
const DATE = new RegExp(
  `\\b(?:1[0-9]|20)\\d{2}s?\\b|\\d{1,2}[./]\\d{1,2}[./]\\d{2,4}|[0-9]+年|\\d+月|(?<![\\p{L}])(?:${MONTHS})\\.?(?![\\p{L}])\\s*\\d|\\d\\.?\\s*(?:de\\s+)?(?:${MONTHS})(?![\\p{L}])|\\b\\d{1,2}(?::\\d{2})?\\s?(?:am|pm|uhr)\\b|\\bcentur(?:y|ies)\\b|jahrhundert|siècle|siglo`,
  'iu',
);
const NUMBER =
  /\p{N}|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozen|hundred|thousand|million|half|twice|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|zwölf|hundert|tausend|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|cent|mille|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|cien|mil|due|tre|quattro|cinque|sei|sette|otto|nove|dieci|cento|dois|duas|três|quatro|oito|dez|twee|drie|vijf|zes|acht|negen|tien)\b|[一二三四五六七八九十百千万]/iu;
const MONEY =
  /\p{Sc}|\d\s?(?:円|元|kr|zł|Kč|Ft)|円|\b(?:usd|eur|gbp|chf|jpy|dollars?|euros?|pounds?|cents?|francs?|franken|yen|pesos?|reais|rupiah|rp)\b|\b(?:free|free of charge|kostenlos|gratis|gratuite?s?|frei)\b|\d[.,]\d{2}(?!\d)/iu;
/** A number with a unit of time or length, or a rate. */
const MEASURED =
  /\p{N}[\p{N}.,]*[\s-]?(?:s|secs?|seconds?|mins?|minutes?|h|hrs?|hours?|days?|weeks?|months?|years?|m|cm|mm|km|ft|feet|foot|in|inch(?:es)?|miles?|met(?:er|re)s?|sekunden?|minuten?|stunden?|tagen?|wochen?|monaten?|jahren?|secondes?|heures?|jours?|semaines?|mois|ans?|années?|segundos?|minutos?|horas?|días?|dias?|semanas?|meses|años?|anos?|minuti|ore|giorni|settimane|mesi|anni|uur|dagen|weken|maanden|jaar|jam|hari|minggu|bulan|tahun|meter)(?!\p{L})|\p{N}(?:秒|分|時間|日|週|か月|ヶ月|年|小时|分钟|天|周|米)|\b(?:daily|weekly|monthly|annually|yearly|every|hourly|nightly|instantly|months|weeks|days|hours|minutes)\b/iu;
/** Two capitalised words in a row, a word with a title before it, or a Katakana name. */
const NAME =
  /\p{Lu}[\p{L}'’.-]*\s+(?:(?:de|van|von|da|di|del|la|le|der|bin|al)\s+)*\p{Lu}[\p{L}'’-]+|\p{Script=Katakana}{3,}|さん|氏/u;
const PLACE =
  /(?:^|[\s(])(?:in|at|near|from|to|im|am|bei|nach|aus|à|au|en|dans|près|em|no|na|a|te|op|i|di)\s+(?:the\s+|la\s+|le\s+|der\s+|dem\s+)?\p{Lu}|[都道府県市区町村]/u;
const REASON =
  /\b(?:because|since|due to|owing to|so that|therefore|thanks to|as a result|reason|in order to|leads? to|causes?|weil|da|denn|wegen|damit|deshalb|daher|grund|aufgrund|parce qu|car|afin|grâce|raison|puisque|porque|debido|gracias|razón|pois|devido|graças|perché|poiché|grazie|omdat|want|doordat|zodat|vanwege|karena|sebab)/iu;
const DEFINITION =
  /\b(?:is|are|means?|refers? to|defined as|ist|sind|bedeutet|bezeichnet|est|sont|désigne|es|son|significa|é|são|è|sono|betekent|adalah)\b|とは/iu;

/**
 * Whether a passage has what a kind of question asks for, as far as its form shows it. Null where form shows nothing
 * (how something is done has no form).
 */
export function showsAnswer(kind: AnswerKind, text: string): boolean | null {
  switch (kind) {
    case 'date':
      return DATE.test(text);
    case 'money':
      return MONEY.test(text);
    case 'duration':
      return MEASURED.test(text);
    case 'number':
      return NUMBER.test(text);
    case 'person':
      return NAME.test(text);
    case 'place':
      return PLACE.test(text);
    case 'reason':
      return REASON.test(text) || /から|ため|ので|因为|由于|所以/u.test(text);
    case 'definition':
      return DEFINITION.test(text);
    case 'manner':
      return null;
  }
}

/** How many words may stand between a number and what it counts, as in "30 busy market days". */
const COUNT_REACH = 3;

/** Whether a text counts something: a number stands right before the word. */
export function counts(text: string, counted: string, language: Language): boolean {
  const words = wordsOf(text);
  return words.some(
    (word, at) =>
      NUMBER.test(word) &&
      words.slice(at + 1, at + 1 + COUNT_REACH).some((next) => termOf(next, language) === counted),
  );
}
