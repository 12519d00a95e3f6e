import assert from 'node:assert/strict';
import { rootOf, rootsOf } from '../../../src/core/match/roots';
import { wordsOf } from '../../../src/core/match/stems';

/** Words that Porter’s algorithm gives one stem, though they mean something else: a pair in each line. */
const OTHERS = `experience experiment, product production, product productive, new news, general generate,
    general generous, generic general, organ organise, organic organisation, university universe, police policy,
    account accountability, account accountant, accessible access, active activate, add ad, animal animation, apart
    apartment, application applicant, appoint appointment, author authority, authority authorise, audit audition,
    busy business, candid candidate, celebrate celebrity, community communication, compete competency, construction
    constructive, conversation conversion, convict conviction, critic critical, custom customer, customs customer,
    depart department, define definition, design designate, detect detective, digit digital, direct direction, diverse
    diversion, emerge emergency, engine engineer, even evening, except exception, execute executive, fit fitness,
    format formation, good goods, hand handful, hospital hospitality, identical identity, import important, improve
    improvise, income incoming, indicate indices, initial initiative, integrate integrity, intern internal, intern
    international, internal international, iron ironic, kind kindness, late lately, like likely, liter literal, major
    majority, market marketing, minor minority, moral morale, nature natural, number numerous, object objection,
    object objective, observe observability, office officer, on one, opposite opposition, origin original, person
    personal, person personality, personal personalise, politics polite, position positive, practice practical,
    project projection, public publication, public publicity, ration rational, reason reasonable, refer reference,
    remark remarkable, respect respective, response responsible, second secondment, secure security, senate senator,
    sever several, several severe, statue status, success successive, tent tentative, terminate terminal, thought
    thoughtful, transit transition, unit united, us use, will willing, wit witness`;

const pairsIn = (list: string): [string, string][] =>
  list.split(',').map((pair) => {
    const [one = '', other = ''] = pair.trim().split(/\s+/u);
    return [one, other];
  });

describe('The stem of a word', () => {
  it('is not that of another word, which the stemmer takes it for', () => {
    const alike = pairsIn(OTHERS).filter(([one, other]) => {
      const [ones, others] = [wordsOf(one), wordsOf(other)];
      return ones[0] === others[0] || rootOf(one) === rootOf(other);
    });
    assert.deepEqual(alike, []);
  });

  it('is the same for all forms of a word, in British and American spelling', () => {
    const SAME = `experience experienced, experiment experiments, experiment experimentation, production productions,
      organise organized, organisation organizing, organisation organize, policy policies, university universities,
      responsible responsibility, improvise improvised, precise precision, supervise supervision, revise revision,
      authorise authorization, engineer engineering, add adding, witness witnesses, index indices`;
    const apart = pairsIn(SAME).filter(([one, other]) => wordsOf(one)[0] !== wordsOf(other)[0]);
    assert.deepEqual(apart, []);
  });

  it('is found in any script: a mark belongs to its letter, and an accent may be written apart', () => {
    assert.deepEqual(wordsOf('Ошибка в проекте'), ['ошибка', 'в', 'проекте']);
    assert.deepEqual(wordsOf('خطأٌ كبير'), ['خطأٌ', 'كبير']);
    assert.deepEqual(wordsOf('मैंने ग़लती की'), ['मैंने', 'ग़लती'.normalize('NFC'), 'की']);
    assert.deepEqual(wordsOf('re\u0301union'), wordsOf('réunion'));
  });

  it('is each pair of characters where a script has no spaces, so that texts share those of a word', () => {
    assert.deepEqual(wordsOf('我们失败了'), ['我们', '们失', '失败', '败了']);
    assert.deepEqual(wordsOf('用API做3天'), ['用', 'api', '做', '3', '天']);
    assert.deepEqual(wordsOf('データ'), ['デー', 'ータ']);
  });
});

describe('The root of a word', () => {
  it('is that of its irregular forms, and of no word that only looks like one of them', () => {
    assert.deepEqual(rootsOf('told ate rang found were died children'), rootsOf('tell eat ring find be die child'));
    for (const [word, root] of pairsIn('at eat, range ring, ranged ring, founded find, founder find, rosy rise'))
      assert.notEqual(rootOf(word), rootOf(root), word);
  });
});
