/// Templates, mail and prompts in Node.
enum NodeTemplates {
  static let calls: [CallModel] = templates + mail + prompts

  /// Engines for pages escape what they fill in, except where the template says not to.
  private static let rendered = ResultModel.conditional(
    [.any(["<%-", "{{{", "{{&", "!{", "!=", "|safe", "| safe"].map { .mentions(.position(0), $0) })],
    .madeOf([.allFrom(0)]),
    otherwise: .joined([
      .madeOf([.position(0)]), .sanitized(.allFrom(1), for: SinkKinds(.responseBody)),
    ]))

  private static let templates: [CallModel] = [
    CallModel(
      """
      {ejs.render,ejs.compile,pug.render,pug.compile,pug.compileClient,jade.render,jade.compile,\
      nunjucks.renderString,nunjucks.compile,nunjucks.Environment().renderString,\
      nunjucks.configure().renderString,dot.template,dot.compile,doT.template,swig.render,swig.compile,\
      twig.twig,eta.render,eta.renderString,eta.compile,eta.Eta().renderString,squirrelly.render,\
      squirrelly.compile,art-template.render,art-template.compile,template7.compile,velocityjs.render,\
      velocityjs.parse,haml-coffee.compile,hamljs.render,marko.compile,whiskers.render,ect().render,\
      vash.compile,jsrender.templates,jst.compile,liquidjs.Liquid().parseAndRender,\
      liquidjs.Liquid().parse,liquidjs.Liquid().parseAndRenderSync}
      """,
      effects: [.into(.template, .position(0)), .result(rendered)]),
    CallModel(
      "{lodash.template,lodash/template,lodash.default.template,underscore.template,lodash.template.default}",
      effects: [.into(.template, .position(0)), .into(.codeExecution, .position(0), .likely)]),
    CallModel(
      """
      {handlebars.compile,handlebars.precompile,handlebars.create().compile,handlebars.default.compile,\
      hogan.js.compile,dustjs-linkedin.compile,dustjs-linkedin.renderSource}
      """,
      effects: [.into(.template, .position(0))]),
    CallModel(
      "{mustache.render,mustache.to_html,mustache.default.render}",
      effects: [.into(.template, .position(0), .likely), .result(rendered)]),
    CallModel(
      "{handlebars.compile,ejs.compile,pug.compile,hogan.js.compile,nunjucks.compile}()",
      effects: [.escapes(.allFrom(0), for: .responseBody)]),
    CallModel("lodash.template()", "lodash/template()", effects: [.result(.madeOf([.allFrom(0)]))]),
    CallModel(
      "{ejs.renderFile,pug.renderFile,nunjucks.render,eta.renderFile,consolidate.ejs}",
      effects: [
        .into(.filePath, .position(0)),
        .into(.template, .position(1), when: [.structured(.position(1))], .possible),
        .result(.madeOf([.position(1)])), .nodeCallback,
      ]),
    CallModel(
      """
      {marked,marked.parse,marked.marked,showdown.Converter().makeHtml,markdown-it().render,\
      remarkable().render,snarkdown}
      """,
      effects: [.keepsFirst]),
  ]

  private static let mail: [CallModel] = [
    CallModel(
      "nodemailer.createTransport().sendMail",
      """
      {@sendgrid/mail.send,@sendgrid/mail.sendMultiple,@sendgrid/mail.default.send,\
      mailgun-js().messages().send,emailjs.server.connect().send,mailgun.js().client().messages.create,\
      postmark.ServerClient().sendEmail,postmark.Client().sendEmail,resend.Resend().emails.send,\
      sendmail()}
      """,
      effects: [
        .into(.emailHeader, .field(.position(0), "to"), .likely, detail: "to"),
        .into(.emailHeader, .field(.position(0), "from"), .likely, detail: "from"),
        .into(.emailHeader, .field(.position(0), "subject"), .possible, detail: "subject"),
        .into(.emailHeader, .field(.position(0), "cc"), .likely, detail: "cc"),
        .into(.emailHeader, .field(.position(0), "bcc"), .likely, detail: "bcc"),
        .into(.emailHeader, .field(.position(0), "replyTo"), .likely, detail: "replyTo"),
        .into(.emailHeader, .anywhereIn(.field(.position(0), "headers")), .likely), .clean, .nodeCallback,
      ]),
    CallModel(
      "twilio().messages.create",
      effects: [
        .into(.cloudPayload, .field(.position(0), "body"), detail: "body"),
        .into(.cloudResource, .field(.position(0), "to"), .likely, detail: "to"), .clean,
      ]),
    CallModel("mailparser.simpleParser", effects: [.parsesFirst, .nodeCallback]),
  ]

  private static func model(_ texts: [Selector]) -> [CallModel.Effect] {
    texts.map { .into(.prompt, .anywhereIn($0), .likely) }
      + [.result(.origin(.modelOutput(what: "the answer of a language model")))]
  }

  private static let input = Selector.position(0)

  private static let prompts: [CallModel] = [
    CallModel(
      """
      {openai,openai.OpenAI,openai.AzureOpenAI,openai.default,groq-sdk,together-ai,\
      @azure/openai.AzureOpenAI}().{chat.completions.create,completions.create,responses.create,\
      beta.chat.completions.parse}
      """,
      "openai.OpenAIApi().{createChatCompletion,createCompletion}",
      effects: model([
        .field(input, "messages"), .field(input, "prompt"), .field(input, "input"),
        .field(input, "instructions"),
      ])),
    CallModel(
      """
      {@anthropic-ai/sdk,@anthropic-ai/sdk.Anthropic,@anthropic-ai/bedrock-sdk,\
      @anthropic-ai/bedrock-sdk.AnthropicBedrock}().{messages.create,messages.stream,completions.create}
      """,
      effects: model([.field(input, "messages"), .field(input, "system"), .field(input, "prompt")])),
    CallModel(
      "ai.{generateText,streamText,generateObject,streamObject}",
      effects: model([.field(input, "prompt"), .field(input, "messages"), .field(input, "system")])),
    CallModel(
      """
      @google/generative-ai.GoogleGenerativeAI().getGenerativeModel().{generateContent,\
      generateContentStream}
      """,
      "@google/genai.GoogleGenAI().models.generateContent", effects: model([input])),
    CallModel(
      """
      {@langchain/openai.ChatOpenAI,@langchain/aws.ChatBedrockConverse,@langchain/community.Bedrock,\
      langchain/llms/openai.OpenAI,langchain/chains.LLMChain,\
      @langchain/anthropic.ChatAnthropic}().{invoke,call,predict,stream}
      """,
      effects: model([input])),
    CallModel(
      """
      {cohere-ai.CohereClient,replicate,ollama,@huggingface/inference.HfInference,\
      @mistralai/mistralai.Mistral}().{chat,generate,run,textGeneration,chat.complete}
      """,
      "ollama.{chat,generate}",
      effects: model([
        .field(input, "message"), .field(input, "messages"), .field(input, "prompt"), .field(input, "inputs"),
      ])),
  ]
}
