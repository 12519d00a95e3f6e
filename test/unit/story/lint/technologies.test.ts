/** A technology that one made, in the words of other trades, beside a figure of what came of it. */
import assert from 'node:assert/strict';
import { found } from './sound';

const AFTER = 'Complaints fell from 31 to 12 a month.';

describe('A technology as the achievement, beside an outcome', () => {
  for (const text of [
    'I led the break-up of our till software into microservices. I wrote the first one.',
    'I spearheaded the Terraform migration. All teams followed me within the year.',
    'I stood up an event bus between the labs and the archive. Staff no longer type results twice.',
    'I devised a knowledge graph of addresses and the nicknames of villages. Couriers find the door.',
    'I brought handwriting recognition to the land registry. Clerks correct where they used to type.',
    'Thanks to me the tender office runs on a language model. The lawyers smile.',
    'My recommendation engine suggests wines to people who know nothing of wine.',
    'We stopped guessing stock with the forecaster for fresh fish that I wrote.',
    'I crafted an entity resolution pipeline for our customer records. Doubles are gone.',
    'I replaced the cron scripts with Airflow. Analysts find their tables in the morning.',
    'I built a vector store, online and offline, for the museum. Guides love it.',
    'I spent a winter on a virtual assistant for tenants and launched it in spring.',
  ])
    it(`is asked what it had to hold: “${text}”`, () =>
      assert.equal(found('constraint-missing', `${text} ${AFTER}`).length, 1));

  for (const text of [
    'I interviewed nine nurses and rewrote the handover sheet. I use Kafka at work, but here paper was enough.',
    'My machine learning course taught me to doubt. I asked the branch managers what they count.',
    'I led the integration of two sales teams. I paired people who had never met.',
    'I brought the model letter to the wards and stood up for the night staff.',
    'I built trust between the data platform team and finance. I set up lunch for them every week.',
    'I redesigned the signup page after watching people fail at it. The engineers had just moved to Redis.',
    'I moved the cart to Redis, I split the calls, and I added a bell.',
    'I built a triage algorithm on one page of paper with the nurses.',
    'I wrote the pricing page for our machine learning product and tested it.',
    'I devised a knowledge graph of addresses, which had to work offline.',
  ])
    it(`is named in passing, or has said it: “${text}”`, () =>
      assert.deepEqual(found('constraint-missing', `${text} ${AFTER}`), []));
});
