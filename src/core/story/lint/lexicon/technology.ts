/** What engineers build, and what they build it with. A final `+` gives the plural as well. */
export const MODELS = `
  transformer+ bert gpt gpt4 gpt3 llm+ llama mistral rnn+ lstm+ gru cnn+ gan+ vae+ xgboost lightgbm catboost
  gradientboosted gradientboosting randomforest+ forest rag embedding+ recommender+ classifier+ autoencoder+ resnet+
  unet yolo twotower multimodal seq2seq word2vec dlrm bandit+ reinforcement rlhf lora chatbot+ regressor+ svm+ gnn+
  dnn+ reranker+ roberta arima factorisation factorization copilot autoregressive perceptron
`;

/**
 * Words that make "model" a statistical one: "a fraud model", "a ranking model". A pricing or operating model is not.
 */
export const MODEL_KINDS = `
  ml ai genai machine learning learned deep neural fraud ranking recommendation+ churn propensity prediction
  predictive predicted language large vision forecast forecasting scoring uplift attention attentionbased
  transformerbased boosted treebased linear logistic regression detection classification generative foundation
  embedding retrieval relevance matching personalisation personalization toxicity spam intent sentiment speech
  translation anomaly trained finetuned pretrained deeplearning timeseries multitask sequence bert llm graph twotower
  ctr convolutional recurrent adversarial diffusion guard bayesian markov probabilistic statistical supervised
  unsupervised selfsupervised contrastive recognition visionlanguage whisper
`;
/** What such a model does: "a model that predicts which patients will fall", and none that shows how a lock works. */
export const PREDICTS = `
  predicts predict predicted forecasts forecast ranks rank scores score classifies classify detects detect recognises
  recognise recognizes recognize estimates estimate flags flag recommends recommend translates translate transcribes
  transcribe guesses guess
`;
/** What is worked out with these is no technology to boast of. */
export const BY_HAND = 'excel spreadsheet spreadsheets sheet sheets paper pencil hand oak wood cardboard clay lego';

export const INFRA = `
  kafka flink spark kubernetes k8s ksqldb pulsar kinesis cassandra elasticsearch opensearch redis dynamodb databricks
  airflow dbt terraform graphql grpc microservice+ serverless blockchain hadoop rabbitmq kserve tensorflow pytorch
  sagemaker mlflow pinecone faiss featurestore+ vectordatabase+ vectorstore+ datalake+ lakehouse+ eventsourcing cqrs
  webassembly wasm rust golang iceberg debezium clickhouse
`;

export const SYSTEMS = `
  pipeline+ platform+ service+ system+ architecture+ engine+ model+ framework+ infrastructure stack+ cluster+ network+
  mesh backend application+ app+ algorithm+ database+ store+ layer+ lake+ assistant+ agent+ bot+ stream+ consumer+
  topology solution+ feature+ detector+ forecaster+ predictor+ ranker+
`;

/** Makes a system a piece of technology: "a streaming pipeline", "an agent platform"; a sales pipeline is not. */
export const SYSTEM_KINDS = `
  streaming realtime time eventdriven driven serverless distributed cloud native cloudnative agent agentic data ml ai
  search vector graph semantic retrieval neural rag orchestration analytics mlops devops etl elt ci cd microservices
  recommendation automl
`;
/** Those of them whose system is built around a model: "a retrieval pipeline". */
export const MODEL_SYSTEMS = 'agent agentic ml ai vector semantic retrieval neural rag llm';
/** What such a word makes technology of. */
export const TECHNICAL_SYSTEMS = `
  pipeline pipelines platform platforms architecture engine framework cluster stack warehouse lake mesh infrastructure
  orchestration layer backend search store database index ranker classifier network model models assistant agent agents
  system
`;
/** What is moved to a technology, rather than to a place: "moved our search to Vespa". */
export const MOVED_SYSTEMS = `
  search data database databases app apps website site shop code codebase jobs logs reports reporting queries pipeline
  pipelines platform service services system systems backend frontend infrastructure workloads monolith batch storage
  warehouse analytics monitoring hosting servers accounts records tickets files documents queue mail everything
`;
/** Before a technology, these say that it is what one is proud of. */
export const PRIDE = `
  proud proudest achievement achievements accomplishment accomplishments highlight masterpiece core flagship
  centrepiece centerpiece contribution
`;
/** A constraint that has a name and no figure. */
export const CONSTRAINTS = `
  cost costs bill budget spend price cheap cheaper expensive cap limit limited limits constraint constraints
  deadline privacy offline bandwidth capacity quota slo sla forbidden capped
  confidential gdpr regulator regulators legal seconds milliseconds battery
`;
/** What something may or must do: a constraint where it is said of the technology. */
export const RULES = 'may must allowed';
