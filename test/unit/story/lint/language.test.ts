import assert from 'node:assert/strict';
import { analyseStory, lintStory } from '../../../../src/core/story/lint';
import { countWords } from '../../../../src/core/story/countWords';
import { speakingSeconds } from '../../../../src/core/story/spoken';

const TEXTS: Readonly<Record<string, string>> = {
  Spanish:
    'Los comercios pequeños nos dejaban en su segundo mes y nadie sabía por qué. Construimos una nueva importación con Kafka y la rotación bajó significativamente. El equipo llamó a treinta tiendas para saber la razón.',
  Portuguese:
    'As lojas pequenas saíam no segundo mês e ninguém sabia o motivo. Nós construímos uma nova importação com Kafka e a rotatividade caiu muito. Falei com trinta lojas para entender o que não funcionava.',
  French:
    'Les petits commerces nous quittaient au deuxième mois et personne ne savait pourquoi. Nous avons construit une nouvelle importation avec Kafka et le taux de départ a beaucoup baissé dans les mois suivants.',
  German:
    'Kleine Läden verließen uns im zweiten Monat und niemand wusste warum. Wir haben mit Kafka einen neuen Import gebaut und die Abwanderung ist stark gesunken. Ich habe dreißig Läden angerufen.',
  Italian:
    'I piccoli negozi ci lasciavano nel secondo mese e nessuno sapeva il perché. Abbiamo costruito una nuova importazione con Kafka e il tasso di abbandono è sceso molto. Ho chiamato trenta negozi per capire la ragione.',
  Dutch:
    'Kleine winkels verlieten ons in de tweede maand en niemand wist waarom. Wij hebben een nieuwe import gebouwd met Kafka en het verloop is sterk gedaald. Ik heb dertig winkels gebeld om de reden te horen.',
  Polish:
    'Małe sklepy odchodziły od nas w drugim miesiącu i nikt nie wiedział dlaczego. Zbudowaliśmy nowy import na Kafce i odpływ klientów bardzo spadł. Zadzwoniłem do trzydziestu sklepów, żeby poznać powód.',
  Russian:
    'Небольшие магазины уходили от нас на втором месяце, и никто не знал почему. Мы построили новый импорт, и отток сильно упал.',
  Chinese: '小商店在第二个月离开我们，没有人知道原因。我们重新做了导入，流失率从 8% 降到 5%。我给三十家商店打了电话。',
  Japanese:
    '小さな店は二か月目に離れていき、理由は誰にも分かりませんでした。新しいインポートを作り、解約率は 8% から 5% に下がりました。',
  Korean:
    '작은 가게들은 두 번째 달에 떠났고 아무도 이유를 몰랐습니다. 우리는 가져오기를 새로 만들었고 이탈률은 8%에서 5%로 떨어졌습니다.',
};

const ENGLISH =
  'Small shops left us in their second month, and nobody knew why. We built a new import with Kafka, and churn fell significantly. I rang thirty shops to hear the reason.';

const FORM: ReadonlySet<string> = new Set([
  'section-missing',
  'section-empty',
  'section-order',
  'placeholder-left',
  'too-long-to-say',
]);

describe('A story in another language', () => {
  for (const [language, text] of Object.entries(TEXTS)) {
    it(`has no finding about its words: ${language}`, () => {
      for (const story of [
        text,
        `## Impact\n\n${text}\n\n## Action\n\n${text}\n`,
        `**Situation:** ${text}\n\n**Action:** ${text}\n\n**Result:** ${text}`,
      ]) {
        const { isEnglish, findings } = analyseStory(story);
        assert.equal(isEnglish, false);
        assert.deepEqual(
          findings.filter(({ code }) => !FORM.has(code)).map(({ code }) => code),
          [],
        );
      }
    });
  }

  it('has its form and its figures looked at', () => {
    const { findings, quantities } = analyseStory(`## Impact\n\n${TEXTS['Chinese']}\n\n## Action\n\n`);
    assert.deepEqual(
      findings.map(({ code }) => code),
      ['section-missing', 'section-empty'],
    );
    assert.ok(quantities.length > 0);
  });

  it('is one where most of its prose is', () => {
    const spanish = TEXTS['Spanish'] as string;
    assert.equal(analyseStory(`${spanish} ${spanish} ${ENGLISH}`).isEnglish, false);
    assert.equal(analyseStory(`${ENGLISH} ${ENGLISH} ${spanish}`).isEnglish, true);
    const chinese = TEXTS['Chinese'] as string;
    assert.equal(analyseStory(`${chinese}我们使用 Kafka 和 Flink，也使用 Kubernetes。`).isEnglish, false);
    assert.equal(analyseStory(`${ENGLISH} ${ENGLISH} 我们使用。`).isEnglish, true);
  });
});

describe('A story in English', () => {
  it('is one that is short, terse, or names people and places', () => {
    for (const text of [
      '',
      'Churn.',
      'Reduced churn 40%.',
      '- Led import\n- Cut churn 8% to 5%\n- Hired two engineers\n- Launched Kafka pipeline\n- Moved billing',
      'José and Zoë from Málaga led it. We moved La Caixa and El Corte Inglés to the new import, and they stayed.',
      'Reduced latency 40%; migrated twelve services; cut costs; hired engineers; launched billing; rebuilt search; trained agents.',
      ENGLISH,
    ])
      assert.equal(analyseStory(text).isEnglish, true, text);
    assert.ok(lintStory(ENGLISH).some(({ code }) => code === 'vague-quantity'));
  });

  it('does not have somebody else’s quotation judged, but an answer that is one', () => {
    const quote = '> Retention improved significantly, and we built it with Kafka.';
    const codes = (text: string): string[] => lintStory(text).map(({ code }) => code);
    const story = 'I rang thirty shops in May and heard why they left. Churn among small shops fell from 8% to 5%.';
    assert.ok(!codes(`${story}\n\n${quote}\n\nI kept the old import instead of a new one.`).includes('vague-quantity'));
    assert.ok(codes(`> ${ENGLISH}`).includes('vague-quantity'));
    assert.ok(codes(`"${ENGLISH}"`).includes('vague-quantity'));
    assert.ok(codes(`“${ENGLISH}”`).includes('vague-quantity'));
    assert.ok(codes(`"${ENGLISH}\n\n"Sales improved significantly."`).includes('vague-quantity'));
  });
});

describe('Chinese, Japanese and Korean', () => {
  const seconds = (text: string): number => speakingSeconds(countWords(text));

  it('take their time by characters: 255, 357 and 370 where English takes 228 words', () => {
    for (const [character, perMinute] of [
      ['我', 255],
      ['は', 357],
    ] as const)
      assert.ok(Math.abs(seconds(character.repeat(perMinute)) - (228 / 130) * 60) <= 1, character);
    const korean = '우리는 '.repeat(370 / 3);
    assert.ok(Math.abs(seconds(korean) - (228 / 130) * 60) < 25);
  });

  it('have figures and words in Latin letters counted as words', () => {
    assert.equal(countWords('我们把延迟从120ms降到35ms'), 2 + Math.round(8 / (255 / 228)));
    assert.equal(countWords('Kafka'), 1);
  });
});
