internal import FindingModel

extension Tokens {
  static let intelligence: [TokenDetector?] = [
    TokenDetector(.openAIKey, "sk-{alnum:20}T3BlbkFJ{alnum:20}"),
    TokenDetector(.openAIKey, "sk-proj-{word:20-180}T3BlbkFJ{word:20-180}"),
    TokenDetector(.openAIKey, "sk-svcacct-{word:20-180}T3BlbkFJ{word:20-180}"),
    TokenDetector(.openAIKey, "sk-admin-{word:20-180}T3BlbkFJ{word:20-180}"),
    TokenDetector(.openAIKey, "sk-None-{alnum:20}T3BlbkFJ{alnum:20}"),
    TokenDetector(.openAIKey, "sk-{alnum:48}", .medium),
    TokenDetector(.openAIKey, "sk-proj-{word:40-255}", .medium),
    TokenDetector(.openAIKey, "sk-svcacct-{word:40-255}", .medium),
    TokenDetector(.anthropicKey, "sk-ant-api03-{word:93}AA"),
    TokenDetector(.anthropicKey, "sk-ant-admin01-{word:93}AA"),
    TokenDetector(.anthropicKey, "sk-ant-{word:40-255}"),
    TokenDetector(.huggingFaceToken, "hf_{alnum:34-40}"),
    TokenDetector(.huggingFaceToken, "api_org_{alnum:34}"),
    TokenDetector(.groqKey, "gsk_{alnum:52}"),
    TokenDetector(.replicateToken, "r8_{alnum:37}"),
    TokenDetector(.perplexityKey, "pplx-{alnum:48}"),
    TokenDetector(.xAIKey, "xai-{alnum:80}"),
    TokenDetector(.openRouterKey, "sk-or-v1-{hex:64}"),
    TokenDetector(.langSmithKey, "lsv2_pt_{hex:32}_{hex:10}"),
    TokenDetector(.langSmithKey, "lsv2_sk_{hex:32}_{hex:10}"),
    TokenDetector(.nvidiaKey, "nvapi-{word:60-70}"),
    TokenDetector(.pineconeKey, "pcsk_{alnum:5-6}_{alnum:50-64}"),
    TokenDetector(.elevenLabsKey, "sk_{hex:48}"),
    TokenDetector(.tavilyKey, "tvly-{alnum-:32-60}"),
  ]
}
