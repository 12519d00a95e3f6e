/** Verbs as infinitives; the table inflects them. Irregular forms are written out after a colon. */
export const CHANGE_VERBS = `
  increase decrease reduce improve lower raise lift boost cut:cuts,cutting grow:grew,grown,grows,growing
  shrink:shrank,shrunk,shrinks,shrinking drop fall:fell,fallen,falls,falling rise:rose,risen,rises,rising climb jump
  double triple quadruple treble quintuple halve accelerate slash trim shave speed:sped,speeds,speeding slow expand
  gain lose:lost,loses,losing bring:brought,brings,bringing take:took,taken,takes,taking move go:went,gone,goes,going
  push drive:drove,driven,drives,driving get:got,gets,getting,gotten shorten tighten widen decline plummet soar surge
  skyrocket dip slip tumble ease recover optimise optimize enhance strengthen eliminate remove prevent avoid turn
  come:came,comes,coming multiply rebound bump stabilise stabilize scale outperform accelerate simplify streamline
  deflect save shift transform
`;

/**
 * Verbs that say of a figure, with "to", that it is new and better. "Scaled to" and "rolled out to" speak of a launch.
 */
export const IMPROVEMENT_VERBS = `
  increase decrease reduce improve lower raise lift boost cut:cuts,cutting grow:grew,grown,grows,growing
  shrink:shrank,shrunk,shrinks,shrinking drop fall:fell,fallen,falls,falling rise:rose,risen,rises,rising climb jump
  slash trim speed:sped bring:brought,brings,bringing take:took,taken,takes,taking move push drive:drove,driven
  get:got,getting,gotten,gets shorten tighten decline plummet soar surge dip tumble optimise optimize enhance shave
  go:went,gone come:came accelerate down
`;

export const ACHIEVE_VERBS = `
  reach hit:hits,hitting achieve deliver save generate earn win:won,wins,winning close add yield unlock attract
  acquire convert retain recover produce capture contribute return secure net land exceed beat:beats,beating,beaten
  surpass attain book realise realize create sell:sold,sells,selling free avoid prevent renew let:lets,letting help
  enable allow
`;

export const ADOPT_VERBS = `
  adopt join use sign migrate switch upgrade subscribe install download register activate enrol enroll onboard
  buy:bought,buys,buying pay:paid,pays,paying complete return renew opt depend rely standardise standardize
`;

export const RESEARCH_VERBS = `
  interview ring:rang,rung,ringing phone email invite survey shadow visit observe poll canvass watch
  talk:talked,talking speak:spoke,spoken,speaking meet:met,meeting,meets call ask listen question recruit consult
`;

export const BUILD_VERBS = `
  build:built,builds,building train:trained,training develop:developed,developing implement:implemented,implementing
  deploy:deployed,deploying finetune:finetuned,finetuning design:designed,designing create:created,creating
  introduce:introduced,introducing ship:shipped,shipping launch:launched,launching
  productionise:productionised,productionising productionize:productionized,productionizing architect:architected
  engineer:engineered write:wrote,written,writing code:coded invent:invented,inventing adopt:adopted,adopting
  migrate:migrated,migrating port:ported move:moved rewrite:rewrote,rewritten,rewriting replatform:replatformed
  pioneer:pioneered deliver:delivered,delivering construct:constructed assemble:assembled
  integrate:integrated,integrating prototype:prototyped release:released productise:productised pretrain:pretrained
  rebuild:rebuilt,rebuilding replace:replaced,replacing switch:switched,switching convert:converted
  refactor:refactored roll:rolled install:installed modernise:modernised modernize:modernized
  containerise:containerised containerize:containerized set
`;

/** Irregular past tenses of doing, for a list of actions that leaves "I" out: "Ran 40 interviews." */
export const DEEDS = `
  led ran wrote built drove made set cut held brought took
  got met spoke found sold chose taught drew sat put dug
  split won began sent told kept gave went broke rebuilt
  rewrote oversaw
`;
