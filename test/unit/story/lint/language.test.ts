import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
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

/** Languages that no list of the code has words of. */
const UNLISTED: Readonly<Record<string, string>> = {
  Finnish:
    'Pienet kaupat jättivät meidät toisena kuukautena, eikä kukaan tiennyt miksi. Rakensimme uuden tuonnin Kafkan päälle, ja asiakaspoistuma laski huomattavasti. Soitin kolmeenkymmeneen kauppaan kuullakseni syyn ja kirjoitin vastaukset taulukkoon. Sitten ehdotin, että hylkäämme vanhan lomakkeen.',
  Tagalog:
    'Umalis ang maliliit na tindahan sa ikalawang buwan at walang nakakaalam kung bakit. Gumawa kami ng bagong import gamit ang Kafka at bumaba nang malaki ang umaalis. Tumawag ako sa tatlumpung tindahan para marinig ang dahilan at isinulat ko ang mga sagot nila.',
  Estonian:
    'Väikesed poed lahkusid teisel kuul ja keegi ei teadnud, miks. Ehitasime Kafkaga uue impordi ja lahkujate arv langes oluliselt. Helistasin kolmekümnele poele, et kuulda põhjust, ning kirjutasin vastused üles. Siis pakkusin, et loobume vanast vormist.',
  'Hindi in Latin letters':
    'Chhoti dukaanein doosre mahine mein humein chhod rahi thi aur kisi ko nahi pata tha kyun. Maine tees dukaanon ko phone kiya taaki wajah samajh sakoon. Humne Kafka ke saath naya import banaya aur churn kaafi kam ho gaya. Team ne mere plan ko maan liya aur sabne saath mein kaam kiya.',
  Indonesian:
    'Toko kecil meninggalkan kami pada bulan kedua dan tidak ada yang tahu mengapa. Kami membangun impor baru dengan Kafka dan jumlah yang pergi turun banyak. Saya menelepon tiga puluh toko untuk mendengar alasannya lalu menulis jawaban mereka.',
  Swahili:
    'Maduka madogo yalituacha mwezi wa pili na hakuna aliyejua kwa nini. Tulijenga mfumo mpya wa kuingiza data kwa Kafka na idadi ya wanaoondoka ilipungua sana. Nilipiga simu kwa maduka thelathini ili kusikia sababu na niliandika majibu yao yote.',
  Hungarian:
    'A kis boltok a második hónapban elhagytak minket, és senki sem tudta, miért. Új importot építettünk Kafkával, és a lemorzsolódás jelentősen csökkent. Harminc boltot hívtam fel, hogy megtudjam az okot, és leírtam a válaszokat.',
  Turkish:
    'Küçük dükkanlar ikinci ayda bizi bırakıyordu ve kimse nedenini bilmiyordu. Kafka ile yeni bir aktarım kurduk ve kayıp oranı çok düştü. Nedenini duymak için otuz dükkanı aradım ve cevapları yazdım.',
  'Polish without marks':
    'Male sklepy odchodzily od nas w drugim miesiacu i nikt nie wiedzial dlaczego. Zbudowalismy nowy import na Kafce i odplyw klientow bardzo spadl. Zadzwonilem do trzydziestu sklepow, zeby poznac powod, i spisalem odpowiedzi.',
  Welsh:
    'Roedd siopau bach yn ein gadael yn yr ail fis ac nid oedd neb yn gwybod pam. Adeiladon ni fewnforio newydd gyda Kafka a gostyngodd y golled yn fawr. Ffoniais dri deg o siopau i glywed y rheswm ac ysgrifennais eu hatebion.',
  'Vietnamese without marks':
    'Cac cua hang nho roi bo chung toi trong thang thu hai va khong ai biet tai sao. Chung toi xay dung he thong nhap moi voi Kafka va ty le roi bo giam rat nhieu. Toi goi cho ba muoi cua hang de nghe ly do va ghi lai cau tra loi.',
  Somali:
    'Dukaamada yaryar ayaa naga tagay bishii labaad mana jirin qof garanayay sababta. Waxaan dhisnay nidaam cusub oo Kafka ah, tirada ka tagaysana aad bay u yaraatay. Waxaan wacay soddon dukaan si aan u maqlo sababta.',
  'Hindi with English words':
    'Mera role tha backend lead ka. Team mein churn bahut zyada tha, isliye maine latency dashboard banaya aur on-call rotation fix kiya. Pehle p99 800 ms tha, ab 120 ms hai. Manager ne kaha ki yeh best quarter tha. Customers khush the aur support tickets 40% kam ho gaye.',
  Croatian:
    'Male trgovine napuštale su nas u drugom mjesecu i nitko nije znao zašto. Izgradili smo novi uvoz pomoću Kafke i odlazak kupaca je jako pao. Nazvao sam trideset trgovina kako bih čuo razlog i zapisao njihove odgovore.',
  Irish:
    'D’fhág siopaí beaga muid sa dara mí agus ní raibh a fhios ag aon duine cén fáth. Thógamar iompórtáil nua le Kafka agus thit an ráta go mór. Chuir mé glaoch ar thríocha siopa chun an chúis a chloisteáil.',
  'Yoruba without marks':
    'Awon ile itaja kekere n fi wa sile ni osu keji, ko si eni ti o mo idi re. A ko eto tuntun pelu Kafka, iye awon ti o n lo si dinku pupo. Mo pe ogbon ile itaja lati gbo idi naa.',
  Latvian:
    'Mazie veikali mūs pameta otrajā mēnesī, un neviens nezināja, kāpēc. Mēs uzbūvējām jaunu importu ar Kafka, un klientu aizplūšana ievērojami samazinājās. Es piezvanīju trīsdesmit veikaliem, lai uzzinātu iemeslu.',
};

const TERSE = `- Migrated 14 Kafka topics, zero data loss
- Reduced p99 latency 840 ms → 190 ms
- Negotiated AWS contract, saved $1.2M
- Hired 6 engineers, promoted 2
- Deprecated legacy SOAP gateway
- Led incident reviews weekly; MTTR 4h → 35min
- Built Terraform modules, onboarded 11 teams`;

/** Every Markdown file in the folders. */
const markdownFiles = (folders: readonly string[]): readonly string[] =>
  folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.md'))
      .map((name) => join(folder, name)),
  );

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
  for (const [language, text] of Object.entries({ ...TEXTS, ...UNLISTED })) {
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

  it('is one that is written in keywords, names or code', () => {
    for (const text of [
      TERSE,
      '| Part | Notes |\n|---|---|\n| Impact | Churn 8 % → 5 %, revenue +12 % |\n| Action | Import rebuilt, dashboards shipped, vendors cut, tests automated, contract renegotiated, on-call rota fixed, alerts pruned |\n| Result | Zero outages, faster deploys, happier clients |',
      'Priya Raghunathan, Suresh Venkataraman and Lakshmi Narayanan from Bengaluru joined Tomasz Wiśniewski, Agnieszka Kowalczyk and me in Kraków. Infosys, Tata Consultancy Services, Allegro and Santander Bank Polska each sent somebody. We moved Nykaa, Zerodha and Freshworks to the new ledger in June, and Żabka followed.',
      'Then `kubectl drain` on nodes, `helm upgrade --install ingest`, set `maxSurge: 2`, ran `pg_repack`, dropped idx_orders_created_at, added a GIN index, bumped shared_buffers, tuned autovacuum_naptime, enabled pg_stat_statements, pinned gRPC keepalive, rewrote protobuf schema, disabled Nagle, sharded Redis.',
      'Myself I was doing the needful only. Client side people were not having any idea, so I prepponed the review, took sign-off from Sharma sir and Kulkarni madam, and revised figures were shared same day itself. Lakhs of rupees got saved.',
    ])
      assert.equal(analyseStory(text).isEnglish, true, text);
  });

  it('is each of the stories at hand', () => {
    for (const path of markdownFiles(['content', 'test/fixtures']))
      assert.equal(analyseStory(readFileSync(path, 'utf8')).isEnglish, true, path);
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
