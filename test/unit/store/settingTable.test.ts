import assert from 'node:assert/strict';
import { SETTINGS, wrongMinutesPerDay } from '../../../src/store/settingTable';

const NO_NUMBERS = [undefined, null, '90', true, [], {}, Number.NaN];

describe('a setting’s value', () => {
  it('counts as not set where it is out of range or not a number', () => {
    const { wordsPerMinute, minutesPerDay } = SETTINGS;
    assert.deepEqual([60, 150, 260].map(wordsPerMinute.read), [60, 150, 260]);
    assert.deepEqual([59, 261, 400, 0, -1, ...NO_NUMBERS].map(wordsPerMinute.read), Array(12).fill(130));
    assert.deepEqual([15, 960, 14, 961].map(minutesPerDay.read), [15, 960, 120, 120]);
  });

  it('of the minutes a day is a number, or a map of weekdays in which a missing day is a day off', () => {
    const { read } = SETTINGS.minutesPerDay;
    assert.deepEqual(read({ mon: 60, sat: 240, sun: 0 }), { mon: 60, sat: 240, sun: 0 });
    assert.deepEqual(read({ mon: 60, tue: '90', someday: 30, wed: 961 }), { mon: 60 });
    assert.deepEqual([{ someday: 30 }, {}, [60], null].map(read), [120, 120, 120, 120]);
    assert.deepEqual([90, undefined, { mon: 60 }].map(wrongMinutesPerDay), [undefined, undefined, undefined]);
    const wrong = ['90', 14, [60], { monday: 60 }, { mon: -1 }].map(wrongMinutesPerDay);
    assert.ok(
      wrong.every((message) =>
        /“prepLoop.minutesPerDay” (?:is|has) .+: write a number from 15 to 960/u.test(message ?? ''),
      ),
      wrong.join('\n'),
    );
  });

  it('of what is to be recalled is a share for usual days and one for the day of a round, each by itself', () => {
    const { read } = SETTINGS['drills.retention'];
    assert.deepEqual(read({ usual: 0.85, onTheDay: 0.95 }), { usual: 0.85, onTheDay: 0.95 });
    assert.deepEqual(read({ usual: 85, onTheDay: 0.95 }), { usual: 0.9, onTheDay: 0.95 });
    for (const wrong of [...NO_NUMBERS, { usual: '0.8' }, [0.8, 0.9], 0.8])
      assert.deepEqual(read(wrong), { usual: 0.9, onTheDay: 0.97 });
  });

  it('of the start of a day is a time before noon', () => {
    const { read } = SETTINGS.dayStart;
    assert.deepEqual(['00:00', '5:30', '11:59'].map(read), ['00:00', '05:30', '11:59']);
    assert.deepEqual(['12:00', '25:00', 'dawn', ...NO_NUMBERS].map(read), Array(10).fill('04:00'));
  });

  it('is on or off', () => {
    assert.deepEqual([true, false, undefined, 'false', 0].map(SETTINGS.statusBar.read), [
      true,
      false,
      true,
      true,
      true,
    ]);
    assert.deepEqual([true, false, null, 'true'].map(SETTINGS['cues.sound'].read), [true, false, false, false]);
  });

  it('of the time to think is at most an hour, and never negative', () => {
    const { read } = SETTINGS.thinkSeconds;
    assert.deepEqual([0, 30, 3600, 9999, -1].map(read), [0, 30, 3600, 3600, 0]);
    assert.deepEqual(NO_NUMBERS.map(read), Array(7).fill(60));
  });

  it('of reminders keeps what is a whole number of minutes within four weeks, and five of them', () => {
    const { read } = SETTINGS['calendar.reminders'];
    assert.deepEqual(read([60, '5', -1, 1.5, 40_321, 40_320]), [60, 40_320]);
    assert.deepEqual(read([1, 2, 3, 4, 5, 6]), [1, 2, 3, 4, 5]);
    assert.deepEqual(['none', undefined, { 0: 60 }].map(read), [[], [], []]);
  });

  it('of the rules keeps the levels that exist', () => {
    const { read } = SETTINGS['lint.rules'];
    assert.deepEqual(read({ ownership: 'off', 'impact-first': 'loud', 'metric-missing': 3 }), { ownership: 'off' });
    assert.deepEqual(['off', null, undefined].map(read), [{}, {}, {}]);
  });

  it('of an invalid time is the default', () => {
    const { read } = SETTINGS['calendar.preparationTime'];
    assert.deepEqual(['07:30', '25:00', undefined].map(read), ['07:30', '18:00', '18:00']);
  });
});
