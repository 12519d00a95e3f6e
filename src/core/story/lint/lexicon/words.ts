/** Verbs as infinitives; the table inflects them. Irregular forms are written out after a colon. */
export const CHANGE_VERBS =
  'increase decrease reduce improve lower raise lift boost cut:cuts,cutting grow:grew,grown,grows,growing shrink:shrank,shrunk,shrinks,shrinking drop fall:fell,fallen,falls,falling rise:rose,risen,rises,rising ' +
  'climb jump double triple quadruple treble quintuple halve accelerate slash trim shave speed:sped,speeds,speeding slow expand gain lose:lost,loses,losing bring:brought,brings,bringing take:took,taken,takes,taking ' +
  'move go:went,gone,goes,going push drive:drove,driven,drives,driving get:got,gets,getting,gotten shorten tighten widen decline plummet soar surge skyrocket dip slip tumble ease recover optimise optimize ' +
  'enhance strengthen eliminate remove prevent avoid turn come:came,comes,coming multiply rebound bump stabilise stabilize scale outperform accelerate simplify streamline deflect save shift transform';

/**
 * Verbs that say of a figure, with "to", that it is new and better. "Scaled to" and "rolled out to" speak of a launch.
 */
export const IMPROVEMENT_VERBS =
  'increase decrease reduce improve lower raise lift boost cut:cuts,cutting grow:grew,grown,grows,growing shrink:shrank,shrunk,shrinks,shrinking drop fall:fell,fallen,falls,falling rise:rose,risen,rises,rising climb jump slash trim ' +
  'speed:sped bring:brought,brings,bringing take:took,taken,takes,taking move push drive:drove,driven get:got,getting,gotten,gets shorten tighten decline plummet soar surge dip tumble optimise optimize enhance shave go:went,gone come:came accelerate down';

export const ACHIEVE_VERBS =
  'reach hit:hits,hitting achieve deliver save generate earn win:won,wins,winning close add yield unlock attract acquire convert retain recover produce capture contribute return secure net land exceed beat:beats,beating,beaten surpass attain book realise realize create sell:sold,sells,selling free avoid prevent renew let:lets,letting help enable allow';

export const ADOPT_VERBS =
  'adopt join use sign migrate switch upgrade subscribe install download register activate enrol enroll onboard buy:bought,buys,buying pay:paid,pays,paying complete return renew opt depend rely standardise standardize';

export const RESEARCH_VERBS =
  'interview ring:rang,rung,ringing phone email invite survey shadow visit observe poll canvass watch talk:talked,talking speak:spoke,spoken,speaking meet:met,meeting,meets call ask listen question recruit consult';

export const BUILD_VERBS =
  'build:built,builds,building train:trained,training develop:developed,developing implement:implemented,implementing deploy:deployed,deploying finetune:finetuned,finetuning design:designed,designing create:created,creating ' +
  'introduce:introduced,introducing ship:shipped,shipping launch:launched,launching productionise:productionised,productionising productionize:productionized,productionizing architect:architected engineer:engineered ' +
  'write:wrote,written,writing code:coded invent:invented,inventing adopt:adopted,adopting migrate:migrated,migrating port:ported move:moved rewrite:rewrote,rewritten,rewriting replatform:replatformed pioneer:pioneered ' +
  'deliver:delivered,delivering construct:constructed assemble:assembled integrate:integrated,integrating prototype:prototyped release:released productise:productised pretrain:pretrained';

/** Verbs of doing, for a list of deeds that leaves "I" out: "Interviewed 40 customers." */
export const DEED_VERBS =
  'led:led ran:ran wrote:wrote built:built drove:drove made:made set:set cut:cut held:held brought:brought took:took got:got met:met spoke:spoke found:found sold:sold chose:chose taught:taught drew:drew sat:sat put:put dug:dug split:split won:won began:began sent:sent told:told kept:kept gave:gave went:went broke:broke rebuilt:rebuilt rewrote:rewrote oversaw:oversaw';

export const MODELS =
  'transformer+ bert gpt gpt4 gpt3 llm+ llama mistral rnn+ lstm+ gru cnn+ gan+ vae+ xgboost lightgbm catboost gradientboosted gradientboosting randomforest+ forest rag embedding+ ' +
  'recommender+ classifier+ autoencoder+ resnet+ unet yolo twotower multimodal seq2seq word2vec dlrm bandit+ reinforcement rlhf lora chatbot+ regressor+ svm+ gnn+ dnn+ roberta arima ' +
  'factorisation factorization copilot autoregressive perceptron';

/**
 * Words that make "model" a statistical one: "a fraud model", "a ranking model". A pricing or operating model is none.
 */
export const MODEL_KINDS =
  'ml ai genai machine learning learned deep neural fraud ranking recommendation+ churn propensity prediction predictive predicted language large vision forecast forecasting scoring uplift attention attentionbased transformerbased boosted treebased linear logistic regression detection classification generative foundation ' +
  'embedding retrieval relevance matching personalisation personalization toxicity spam intent sentiment speech translation anomaly trained finetuned pretrained deeplearning timeseries multitask sequence bert llm graph twotower ctr';

export const INFRA =
  'kafka flink spark kubernetes k8s ksqldb pulsar kinesis cassandra elasticsearch opensearch redis dynamodb databricks airflow dbt terraform graphql grpc microservice+ serverless ' +
  'blockchain hadoop rabbitmq kserve tensorflow pytorch sagemaker mlflow pinecone faiss featurestore+ vectordatabase+ vectorstore+ datalake+ lakehouse+ eventsourcing cqrs webassembly wasm rust golang iceberg debezium clickhouse ';

export const SYSTEMS =
  'pipeline+ platform+ service+ system+ architecture+ engine+ model+ framework+ infrastructure stack+ cluster+ network+ mesh backend application+ app+ algorithm+ database+ store+ layer+ lake+ assistant+ agent+ bot+ stream+ consumer+ topology solution+ feature+ detector+ forecaster+ predictor+ ranker+';
