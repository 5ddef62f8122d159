@testable import SecretDetection

extension SecretVector {
  static let intelligence: [SecretVector] = [
    SecretVector(.openAIKey, "project") { "sk-" + "proj-" + $0.word(74) + "T3BlbkFJ" + $0.word(74) },
    SecretVector(.openAIKey, "service account") {
      "sk-" + "svcacct-" + $0.word(74) + "T3BlbkFJ" + $0.word(74)
    },
    SecretVector(.openAIKey, "older") { "sk-" + $0.alnum(20) + "T3BlbkFJ" + $0.alnum(20) },
    SecretVector(.openAIKey, "oldest") { "sk-" + $0.alnum(48) },
    SecretVector(.anthropicKey, "token") { "sk-" + "ant-api03-" + $0.word(93) + "AA" },
    SecretVector(.anthropicKey, "administration") { "sk-" + "ant-admin01-" + $0.word(93) + "AA" },
    SecretVector(.huggingFaceToken, "token") { "hf_" + $0.alnum(34) },
    SecretVector(.cohereKey, named: "COHERE_API_KEY") { $0.alnum(40) },
    SecretVector(.groqKey, "token") { "gsk_" + $0.alnum(52) },
    SecretVector(.replicateToken, "token") { "r8_" + $0.alnum(37) },
    SecretVector(.perplexityKey, "token") { "pplx-" + $0.alnum(48) },
    SecretVector(.xAIKey, "token") { "xai-" + $0.alnum(80) },
    SecretVector(.openRouterKey, "token") { "sk-" + "or-v1-" + $0.hex(64) },
    SecretVector(.langSmithKey, "token") { "lsv2_pt_" + $0.hex(32) + "_" + $0.hex(10) },
    SecretVector(.nvidiaKey, "token") { "nvapi-" + $0.word(64) },
    SecretVector(.pineconeKey, "token") { "pcsk_" + $0.alnum(6) + "_" + $0.alnum(63) },
    SecretVector(.elevenLabsKey, "token") { "sk_" + $0.hex(48) },
    SecretVector(.tavilyKey, "token") { "tvly-" + $0.alnum(32) },
    SecretVector(.mistralKey, named: "MISTRAL_API_KEY") { $0.alnum(32) },
    SecretVector(.weightsAndBiasesKey, named: "WANDB_API_KEY") { $0.hex(40) },
  ]
}
