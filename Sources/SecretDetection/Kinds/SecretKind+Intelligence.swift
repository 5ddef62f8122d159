internal import FindingModel

extension SecretKind {
  package static let openAIKey = SecretKind(
    "openAIKey", "an OpenAI API key", .high, "run models at its owner's cost and read stored files",
    "https://platform.openai.com/api-keys")
  package static let anthropicKey = SecretKind(
    "anthropicKey", "an Anthropic API key", .high, "run models at its owner's cost",
    "https://console.anthropic.com/settings/keys")
  package static let huggingFaceToken = SecretKind(
    "huggingFaceToken", "a Hugging Face token", .high, "read private models and change its owner's",
    "https://huggingface.co/settings/tokens")
  package static let cohereKey = SecretKind(
    "cohereKey", "a Cohere API key", .high, "run models at its owner's cost",
    "https://dashboard.cohere.com/api-keys")
  package static let groqKey = SecretKind(
    "groqKey", "a Groq API key", .high, "run models at its owner's cost",
    "https://console.groq.com/keys")
  package static let replicateToken = SecretKind(
    "replicateToken", "a Replicate token", .high, "run models at its owner's cost",
    "https://replicate.com/account/api-tokens")
  package static let perplexityKey = SecretKind(
    "perplexityKey", "a Perplexity API key", .high, "run models at its owner's cost",
    "https://www.perplexity.ai/settings/api")
  package static let xAIKey = SecretKind(
    "xAIKey", "an xAI API key", .high, "run models at its owner's cost",
    "https://console.x.ai")
  package static let openRouterKey = SecretKind(
    "openRouterKey", "an OpenRouter key", .high, "run models at its owner's cost",
    "https://openrouter.ai/keys")
  package static let langSmithKey = SecretKind(
    "langSmithKey", "a LangSmith key", .high, "read traces with prompts and answers",
    "https://smith.langchain.com/settings")
  package static let nvidiaKey = SecretKind(
    "nvidiaKey", "an NVIDIA API key", .high, "run models at its owner's cost",
    "https://build.nvidia.com")
  package static let pineconeKey = SecretKind(
    "pineconeKey", "a Pinecone key", .high, "read and change the indexes",
    "https://app.pinecone.io")
  package static let elevenLabsKey = SecretKind(
    "elevenLabsKey", "an ElevenLabs key", .high, "make speech at its owner's cost",
    "https://elevenlabs.io/app/settings/api-keys")
  package static let tavilyKey = SecretKind(
    "tavilyKey", "a Tavily key", .medium, "search at its owner's cost",
    "https://app.tavily.com")
  package static let mistralKey = SecretKind(
    "mistralKey", "a Mistral API key", .high, "run models at its owner's cost",
    "https://console.mistral.ai/api-keys")
  package static let weightsAndBiasesKey = SecretKind(
    "weightsAndBiasesKey", "a Weights & Biases key", .high, "read runs and models",
    "https://wandb.ai/authorize")

  static let intelligence: [SecretKind] = [
    .openAIKey, .anthropicKey, .huggingFaceToken, .cohereKey, .groqKey, .replicateToken, .perplexityKey,
    .xAIKey, .openRouterKey, .langSmithKey, .nvidiaKey, .pineconeKey, .elevenLabsKey, .tavilyKey, .mistralKey,
    .weightsAndBiasesKey,
  ]
}
