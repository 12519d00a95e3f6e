import { wordSet } from '../../prose/vocabulary';

/** Abbreviations that a listener of the field knows, in lower case. All others have to be explained. */
const LISTS: Readonly<Record<string, string>> = {
  general: `
    ok tv dj diy faq asap aka eg ie etc am pm id ceo cfo cto coo cmo cio cpo cso ciso vp svp evp hr pr it qa rd phd
    mba bsc msc ba
    ma gdp vat usa us uk eu un nato uae ussr nyc la dc sf emea apac latam dach eur usd gbp chf jpy inr aud cad fyi
    tbd tbc eta
    rsvp gps sms pdf csv xls url usb led lcd atm pin sim vip ngo ngos kg km mm cm hq ad bc iq eq fm pc pcs mac cv
    cvs ppt faqs
    eod eow eoy ytd yoy qoq mom wow q1 q2 q3 q4 h1 h2 fy nda ndas mou rfp rfps rfi rfq po pos rip dvd cd ip co isbn
    iso din ansi
    ieee star rice ice smart moscow kano grow spin bant meddic meddpicc aarrr jtbd wip pdca covid aids hiv dna rna
    fbi cia bbc cnn nasa ikea bmw ibm sap aws gcp hp ups dhl amd kfc nfl nba fifa uefa un
    unicef who oecd imf
  `,
  business: `
    kpi kpis okr okrs roi roas arr mrr acv tcv gmv ltv clv cltv cac cpa cpc cpm ctr arpu arppu nps csat ces nrr grr
    ndr b2b b2c d2c
    smb smbs sme smes saas paas iaas crm erp cogs opex capex ebitda p&l pnl ipo m&a vc vcs pe gtm icp tam sam som
    mql mqls sql sqls
    bdr bdrs sdr sdrs ae aes csm csms pm pms tpm tpms pmo raci swot seo sem ppc cro cms utm aov dau mau wau sla
    slas slo slos sli slis
    poc pocs mvp mvps rcs fte ftes pto dei esg oem oems sku skus wms tms moq jit tqm fmcg esop rsu rsus aum kyc aml
    psp hris ats
  `,
  software: `
    api apis sdk sdks cli gui ui ux html css js ts xml json yaml http https tcp udp ip dns tls ssl ssh vpn cdn url
    urls uri sql nosql
    orm crud rest rpc grpc graphql ide ides ci cd cicd vm vms os ios macos cpu cpus gpu gpus tpu ram ssd hdd nas
    raid aws gcp s3 ec2
    rds eks ecs iam vpc k8s qps rps tps rpm p50 p90 p95 p99 ttl lru lcp fcp cls ttfb inp spa ssr pwa dom cors csrf
    xss jwt oauth sso
    saml mfa 2fa otp rbac acl ddos cve cves waf siem soc sre sres devops mttr mttd mtbf rto rpo slack jira git pr
    prs tdd bdd ddd solid
    dry acid cap etl elt cdc olap oltp bi dag dags kafka mq ui uis ab io i/o nlb alb gc jvm jdk llvm wasm soap utf
    ascii regex gb mb kb tb
    pb gbps mbps qa uat sit e2e lts eol ota iot ar vr xr sse
  `,
  learning: `
    ai ml dl nlp llm llms rag gpt bert cnn rnn lstm gan gans rl rlhf svm knn pca auc roc rmse mae mape mse f1 ndcg
    map mrr bleu rouge
    wer iou ocr asr tts a100 h100 cuda gpu onnx shap eda sota mlops genai agi lora
  `,
  health: `
    icu ed er gp gps nhs mri ct ecg ekg eeg iv bp bmi cpr er or rn rns lpn md np pa dna hiv ehr emr ehrs ppe copd
    adhd hipaa fda ema
    pcr qpcr elisa facs hplc a&e
  `,
  trades: `
    gcse pisa sen pta phd ects mooc stem iep hvac cad cnc plc bom rohs osha haccp gmp sop sops capa fmea oee kanban
    5s rca
    gdpr hipaa sox pci dss iso ifrs gaap sec fed ecb bafin fca irs hmrc
  `,
};

export const KNOWN_ACRONYMS = wordSet(Object.values(LISTS).join(' '));
