/** What engineers build, and what they build it with. A final `+` gives the plural as well. */
export const MODELS = `
  transformer+ bert gpt gpt4 gpt3 llm+ llama mistral rnn+ lstm+ gru cnn+ gan+ vae+ xgboost lightgbm catboost
  gradientboosted gradientboosting randomforest+ forest rag embedding+ recommender+ classifier+ autoencoder+ resnet+
  unet yolo twotower multimodal seq2seq word2vec dlrm bandit+ reinforcement rlhf lora chatbot+ regressor+ svm+ gnn+
  dnn+ reranker+ roberta arima factorisation factorization copilot autoregressive perceptron
  ocr asr mlp+ gmm+ hmm+ svr knn kmeans t5 vit qwen gemma deepseek mixtral mamba wav2vec detr efficientnet mobilenet
  densenet sarima sarimax arimax garch kalman biencoder+ crossencoder+ voicebot+ optimiser+ optimizer+ solver+
  metaheuristic+ tokeniser+ tokenizer+ autocomplete swin deberta distilbert biobert clinicalbert forecaster+ predictor+ ranker+ tft nbeats tabnet
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
  unsupervised selfsupervised contrastive recognition visionlanguage whisper autonomous conversational temporal
  spatiotemporal layout ocr nlp gaussian stochastic survival hazard topic mixture optimisation optimization simulation
  deeplearned reasoning segmentation imitation hierarchical causal selflearning selfdriving multiagent multiarmed
  computervision machinelearning
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
  zerotrust istio trino druid cockroachdb scylladb mongodb neo4j postgresql postgres snowflake
  bigquery redshift nats mqtt grafana prometheus opentelemetry argocd openshift eks gke lambda+ kubeflow
  websocket+ webrtc microfrontend+ monorepo+ gitops
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
  recommendation automl zero zerotrust eventsourced hexagonal headless multitenant multiregion serviceoriented edge lake
  messaging iot telemetry observability identity graphql
`;
/** Those of them whose system is built around a model: "a retrieval pipeline". */
export const MODEL_SYSTEMS = `
  agent agentic ml ai vector semantic retrieval neural rag llm nlp ocr recommendation recommender genai generative vision asr
  multiagent reasoning
`;
/** What such a word makes technology of. */
export const TECHNICAL_SYSTEMS = `
  gateway gateways broker bus networking fabric hub mart marts
  pipeline pipelines platform platforms architecture engine framework cluster stack warehouse lake mesh infrastructure
  orchestration layer backend search store database index ranker classifier network model models assistant agent agents
  system
`;
/** Makes an engine or an algorithm one of software: "a matching engine", "a dispatch algorithm". */
export const ENGINE_KINDS = `
  matching pricing routing scheduling dispatch dispatching dispatcher decision rules rule quiz search planning adaptive
  rostering tagging translation workflow inference bidding auction allocation assignment packing loading
  suggestion query simulation rendering deduplication linking ranking trading execution risk
  playlist feed tournament tour route replenishment
`;
/** What such a word makes software of. */
export const ENGINES = 'engine engines algorithm algorithms';
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
/** Verbs of making besides those of the table: "devised a knowledge graph". */
export const MAKES = `
  devised conceived crafted authored programmed established founded distilled quantised quantized fitted tuned
  rearchitected redesigned reworked overhauled transitioned upgraded decomposed split broke carved masterminded
  spearheaded championed operationalised operationalized retrained instituted realised realized hacked composed
  spent worked coauthored codeveloped parallelised parallelized
`;
/** After a verb of making that needs a second word: "stood up", "spun up", "brought in", "put together". */
export const PARTICLES = `up in together through out live`;
export const MAKES_WITH_PARTICLE = `stood spun brought put set pushed knocked came cobbled got pulled whipped`;
/** Done to a technology that one made: "that I created", "which I put on the line". */
export const DONE_TO_IT = `
  made put set led proposed suggested started brought wrote ran owned trained taught own fed planned
  conceived devised programmed
`;
/** A constraint that has a name and no figure. */
export const CONSTRAINTS = `
  cost costs bill budget spend price cheap cheaper expensive cap limit limited limits constraint constraints
  deadline privacy offline bandwidth capacity quota slo sla forbidden capped
  confidential gdpr regulator regulators legal seconds milliseconds battery
`;
/** What something may or must do: a constraint where it is said of the technology. */
export const RULES = 'may must allowed';
