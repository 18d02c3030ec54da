import type { AnswerKind } from './question-words';

const MONTHS =
  'jan(?:uary|uar|vier|eiro|uari)?|feb(?:ruary|ruar|ruari)?|f[ée]v(?:rier|ereiro)?|m(?:ar(?:ch|s|ço|zo)?|ärz|aart)|a[pvb]r(?:il|ile)?|ma[yio]|mei|maggio|mayo|ju[nil](?:e|y|i|io|ho|lho|nho|let|n)?|juin|juillet|ao[uû]t|aug(?:ust|ustus)?|ago(?:sto)?|sep(?:t|tember|tembre|tiembre)?|setembro|settembre|o[ck]t(?:ober|obre|ubre)?|out(?:ubro)?|ottobre|nov(?:ember|embre|iembre|embro)?|de[cz](?:ember)?|d[ée]cembre|diciembre|dezembro|dicembre|gennaio|enero|febrero|febbraio|giugno|luglio';
const DATE = new RegExp(
  `\\b(?:1[0-9]|20)\\d{2}s?\\b|\\d{1,2}[./]\\d{1,2}[./]\\d{2,4}|[0-9]+年|\\d+月|(?<![\\p{L}])(?:${MONTHS})\\.?(?![\\p{L}])\\s*\\d|\\d\\.?\\s*(?:de\\s+)?(?:${MONTHS})(?![\\p{L}])|\\b\\d{1,2}(?::\\d{2})?\\s?(?:am|pm|uhr)\\b|\\bcentur(?:y|ies)\\b|jahrhundert|siècle|siglo`,
  'iu',
);
const NUMBER =
  /\p{N}|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozen|hundred|thousand|million|half|twice|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|zwölf|hundert|tausend|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|cent|mille|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|cien|mil|due|tre|quattro|cinque|sei|sette|otto|nove|dieci|cento|dois|duas|três|quatro|oito|dez|twee|drie|vijf|zes|acht|negen|tien)\b|[一二三四五六七八九十百千万]/iu;
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
