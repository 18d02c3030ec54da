/** What the reader says in its own voice, in one language. */
export interface Wording {
  /** Stands before quotes. */
  readonly quoted: string;
  /** Stands before an outline. */
  readonly outlined: string;
  /** Stands before quotes that may not answer. */
  readonly closest: string;
  readonly notFound: string;
  /** Names words of the question that the page lacks. */
  readonly missing: (words: string) => string;
  readonly nextStep: string;
  readonly noPage: string;
  readonly emptyPage: string;
}

/** By BCP 47 primary subtag. */
export const WORDINGS: Readonly<Record<string, Wording>> & { readonly en: Wording } = {
  en: {
    quoted: 'Quoted from the page, no AI:',
    outlined: 'Outline of the page in its own words, no AI:',
    closest: 'Not found on this page in so many words. The closest passages, quoted, no AI:',
    notFound: 'Not found on this page.',
    missing: (words) => `The page lacks these words of your question: ${words}.`,
    nextStep: 'Try the words the page itself would use, or connect a model under Settings → Add provider.',
    noPage:
      'I am the built-in reader: I answer by quoting the page in front of you, without AI and without a network. Press “Read this page” below and ask again. For answers beyond the page, connect a model under Settings → Add provider.',
    emptyPage: 'No readable text was found on this page.',
  },
  de: {
    quoted: 'Von der Seite zitiert, ohne KI:',
    outlined: 'Die Seite im Überblick, in ihren eigenen Worten, ohne KI:',
    closest: 'Auf dieser Seite nicht eindeutig gefunden. Die nächstliegenden Stellen, zitiert, ohne KI:',
    notFound: 'Auf dieser Seite nicht gefunden.',
    missing: (words) => `Diese Wörter Ihrer Frage kommen auf der Seite nicht vor: ${words}.`,
    nextStep:
      'Versuchen Sie es mit Wörtern, die auf der Seite stehen könnten, oder verbinden Sie ein Modell unter Settings → Add provider.',
    noPage:
      'Ich bin der eingebaute Leser: Ich antworte mit Zitaten aus der Seite vor Ihnen, ohne KI und ohne Netz. Drücken Sie unten „Read this page“ und fragen Sie noch einmal. Für Antworten über die Seite hinaus verbinden Sie ein Modell unter Settings → Add provider.',
    emptyPage: 'Auf dieser Seite wurde kein lesbarer Text gefunden.',
  },
  fr: {
    quoted: 'Cité de la page, sans IA :',
    outlined: 'La page en bref, dans ses propres mots, sans IA :',
    closest: 'Pas clairement trouvé sur cette page. Les passages les plus proches, cités, sans IA :',
    notFound: 'Introuvable sur cette page.',
    missing: (words) => `Ces mots de votre question ne figurent pas sur la page : ${words}.`,
    nextStep:
      'Essayez les mots que la page emploierait elle-même, ou connectez un modèle sous Settings → Add provider.',
    noPage:
      'Je suis le lecteur intégré : je réponds en citant la page ouverte, sans IA et sans réseau. Appuyez sur « Read this page » ci-dessous et posez de nouveau votre question. Pour des réponses au-delà de la page, connectez un modèle sous Settings → Add provider.',
    emptyPage: 'Aucun texte lisible n’a été trouvé sur cette page.',
  },
  es: {
    quoted: 'Citado de la página, sin IA:',
    outlined: 'La página en resumen, con sus propias palabras, sin IA:',
    closest: 'No se encuentra claramente en esta página. Los pasajes más cercanos, citados, sin IA:',
    notFound: 'No se encuentra en esta página.',
    missing: (words) => `La página no contiene estas palabras de su pregunta: ${words}.`,
    nextStep:
      'Pruebe con las palabras que usaría la propia página o conecte un modelo en Settings → Add provider.',
    noPage:
      'Soy el lector integrado: respondo citando la página abierta, sin IA y sin red. Pulse «Read this page» abajo y pregunte de nuevo. Para respuestas más allá de la página, conecte un modelo en Settings → Add provider.',
    emptyPage: 'No se encontró texto legible en esta página.',
  },
  pt: {
    quoted: 'Citado da página, sem IA:',
    outlined: 'A página em resumo, nas suas próprias palavras, sem IA:',
    closest: 'Não encontrado com clareza nesta página. As passagens mais próximas, citadas, sem IA:',
    notFound: 'Não encontrado nesta página.',
    missing: (words) => `A página não contém estas palavras da sua pergunta: ${words}.`,
    nextStep: 'Tente as palavras que a própria página usaria ou ligue um modelo em Settings → Add provider.',
    noPage:
      'Sou o leitor integrado: respondo citando a página aberta, sem IA e sem rede. Carregue em “Read this page” abaixo e pergunte de novo. Para respostas além da página, ligue um modelo em Settings → Add provider.',
    emptyPage: 'Nenhum texto legível foi encontrado nesta página.',
  },
  it: {
    quoted: 'Citato dalla pagina, senza IA:',
    outlined: 'La pagina in breve, con le sue stesse parole, senza IA:',
    closest: 'Non trovato con chiarezza in questa pagina. I passaggi più vicini, citati, senza IA:',
    notFound: 'Non trovato in questa pagina.',
    missing: (words) => `La pagina non contiene queste parole della domanda: ${words}.`,
    nextStep: 'Prova con le parole che userebbe la pagina stessa o collega un modello in Settings → Add provider.',
    noPage:
      'Sono il lettore integrato: rispondo citando la pagina aperta, senza IA e senza rete. Premi “Read this page” qui sotto e chiedi di nuovo. Per risposte oltre la pagina, collega un modello in Settings → Add provider.',
    emptyPage: 'In questa pagina non è stato trovato testo leggibile.',
  },
  nl: {
    quoted: 'Geciteerd uit de pagina, zonder AI:',
    outlined: 'De pagina in het kort, in haar eigen woorden, zonder AI:',
    closest: 'Niet duidelijk gevonden op deze pagina. De meest verwante passages, geciteerd, zonder AI:',
    notFound: 'Niet gevonden op deze pagina.',
    missing: (words) => `Deze woorden uit uw vraag staan niet op de pagina: ${words}.`,
    nextStep:
      'Probeer woorden die de pagina zelf zou gebruiken, of verbind een model onder Settings → Add provider.',
    noPage:
      'Ik ben de ingebouwde lezer: ik antwoord door de geopende pagina te citeren, zonder AI en zonder netwerk. Druk hieronder op “Read this page” en vraag het opnieuw. Verbind voor antwoorden buiten de pagina een model onder Settings → Add provider.',
    emptyPage: 'Op deze pagina is geen leesbare tekst gevonden.',
  },
  ja: {
    quoted: 'ページからの引用です(AIは使っていません):',
    outlined: 'ページの言葉による概要です(AIは使っていません):',
    closest: 'このページにははっきりした答えが見つかりませんでした。近い箇所の引用です(AIは使っていません):',
    notFound: 'このページには見つかりませんでした。',
    missing: (words) => `質問の次の語はページにありません:${words}。`,
    nextStep: 'ページで使われていそうな言葉で聞くか、Settings → Add provider でモデルを接続してください。',
    noPage:
      '内蔵リーダーです。AIもネットワークも使わず、開いているページを引用して答えます。下の「Read this page」を押して、もう一度質問してください。ページ以外のことを聞くには、Settings → Add provider でモデルを接続してください。',
    emptyPage: 'このページには読めるテキストがありませんでした。',
  },
  zh: {
    quoted: '以下引自本页(未使用AI):',
    outlined: '本页概要,均为原文(未使用AI):',
    closest: '在本页未明确找到。以下是最接近的原文(未使用AI):',
    notFound: '在本页未找到。',
    missing: (words) => `本页没有您问题中的这些词:${words}。`,
    nextStep: '请换用页面可能使用的词语,或在 Settings → Add provider 中连接模型。',
    noPage:
      '我是内置阅读器:不用AI,也不联网,只引用您打开的页面来回答。请按下方的“Read this page”后再问一次。要得到页面以外的回答,请在 Settings → Add provider 中连接模型。',
    emptyPage: '本页没有可读的文字。',
  },
};

/** The reader's words in a language; English where they are not there. */
export function wordingFor(code: string): Wording {
  return WORDINGS[code] ?? WORDINGS.en;
}
