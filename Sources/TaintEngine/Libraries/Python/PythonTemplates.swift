/// Templates, prompts and mail.
enum PythonTemplates {
  static let calls: [CallModel] = templates + mail + prompts

  private static let templates: [CallModel] = [
    CallModel(
      """
      {jinja2.Template,jinja2.nativetypes.NativeTemplate,mako.template.Template,tornado.template.Template,\
      Cheetah.Template.Template,chameleon.PageTemplate,django.template.Template,airspeed.Template,\
      genshi.template.MarkupTemplate,pystache.parse}
      """,
      effects: [.into(.template, .argument(0, "source"))]),
    CallModel(
      """
      {jinja2.Environment(),jinja2.environment.Environment(),jinja2.nativetypes.NativeEnvironment(),\
      django.template.engines.all(),django.template.Engine()}.from_string
      """,
      "*.from_string", effects: [.into(.template, .argument(0, "source"))]),
    CallModel(
      "flask.{render_template_string,stream_template_string,templating.render_template_string}",
      "quart.render_template_string", effects: [.into(.template, .argument(0, "source")), .clean]),
    CallModel(
      "flask.{render_template,templating.render_template}",
      effects: [.into(.filePath, .position(0), .likely), .clean]),
    CallModel(
      "{bottle.template,bottle.SimpleTemplate,pystache.render,chevron.render}",
      effects: [.into(.template, .position(0), .likely), .result(.madeOf([.allFrom(0)]))]),
    CallModel(
      """
      {jinja2.Template,jinja2.Environment().get_template,jinja2.Environment().from_string,\
      string.Template}().{render,substitute,safe_substitute,render_async}
      """,
      effects: [.result(.madeOf([.receiver, .anyArgument]))]),
  ]

  private static let mail: [CallModel] = [
    CallModel(
      "{smtplib.SMTP,smtplib.SMTP_SSL,smtplib.LMTP}().sendmail", "aiosmtplib.send",
      effects: [
        .into(.emailHeader, .argument(0, "from_addr"), .likely),
        .into(.emailHeader, .argument(1, "to_addrs"), .likely),
        .into(.emailHeader, .argument(2, "msg"), when: [.text(.argument(2, "msg"))]), .clean,
      ]),
    CallModel(
      "{smtplib.SMTP,smtplib.SMTP_SSL}().send_message",
      effects: [.into(.emailHeader, .named("to_addrs"), .likely), .clean]),
    CallModel(
      """
      {email.mime.text.MIMEText,email.mime.multipart.MIMEMultipart,email.message.EmailMessage,\
      email.message.Message}().add_header
      """,
      effects: [.into(.emailHeader, .allFrom(1), .likely), .clean]),
    CallModel(
      "django.core.mail.{send_mail,EmailMessage,EmailMultiAlternatives,mail_admins}",
      effects: [
        .into(.emailHeader, .argument(3, "recipient_list"), .likely),
        .into(.emailHeader, .argument(2, "from_email"), .likely),
      ]),
    CallModel(
      "sendgrid.helpers.mail.Mail",
      effects: [
        .into(.emailHeader, .argument(1, "to_emails"), .likely),
        .into(.emailHeader, .argument(0, "from_email"), .likely),
      ]),
    CallModel(
      "flask_mail.Message",
      effects: [
        .into(.emailHeader, .argument(1, "recipients"), .likely),
        .into(.emailHeader, .argument(0, "subject"), .possible),
      ]),
    CallModel("email.utils.{formataddr,parseaddr}", effects: [.keepsFirst]),
    CallModel(
      """
      {email.message_from_string,email.message_from_bytes,email.parser.Parser().parsestr,\
      email.parser.BytesParser().parsebytes,mailparser.parse_from_string}
      """,
      effects: [.parsesFirst]),
    CallModel(
      "twilio.rest.Client().messages.create",
      effects: [
        .into(.cloudPayload, .named("body"), detail: "body"),
        .into(.cloudResource, .named("to"), .likely, detail: "to"), .clean,
      ]),
  ]

  private static func model(_ texts: [Selector]) -> [CallModel.Effect] {
    texts.map { .into(.prompt, .anywhereIn($0), .likely) }
      + [.result(.origin(.modelOutput(what: "the answer of a language model")))]
  }

  private static let prompts: [CallModel] = [
    CallModel(
      """
      {openai.OpenAI,openai.AsyncOpenAI,openai.AzureOpenAI,groq.Groq,together.Together,\
      litellm.Router}().chat.completions.{create,parse}
      """,
      "openai.ChatCompletion.{create,acreate}",
      "{litellm.completion,litellm.acompletion,ollama.chat,ollama.generate,anthropic_bedrock.chat}",
      effects: model([.named("messages"), .named("prompt")])),
    CallModel(
      "{openai.OpenAI,openai.AsyncOpenAI,openai.AzureOpenAI}().{responses.create,completions.create}",
      "openai.Completion.create", effects: model([.named("input"), .named("prompt"), .named("instructions")])),
    CallModel(
      """
      {anthropic.Anthropic,anthropic.AsyncAnthropic,anthropic.AnthropicBedrock}().{messages.create,\
      messages.stream,completions.create}
      """,
      effects: model([.named("messages"), .named("system"), .named("prompt")])),
    CallModel(
      """
      {google.generativeai.GenerativeModel,vertexai.generative_models.GenerativeModel,\
      vertexai.preview.generative_models.GenerativeModel}().{generate_content,generate_content_async,\
      send_message,start_chat().send_message}
      """,
      "google.genai.Client().models.generate_content",
      effects: model([.argument(0, "contents"), .named("prompt")])),
    CallModel(
      """
      {cohere.Client,mistralai.Mistral,replicate,transformers.pipeline,\
      huggingface_hub.InferenceClient}().{chat,generate,complete,run,text_generation}
      """,
      effects: model([.allFrom(0), .named("message"), .named("prompt")])),
    CallModel(
      """
      {langchain.chains.LLMChain,langchain_openai.ChatOpenAI,langchain.llms.OpenAI,\
      langchain_aws.ChatBedrock,langchain_aws.BedrockLLM,langchain_community.llms.Bedrock,\
      langchain_anthropic.ChatAnthropic,langchain.chat_models.ChatOpenAI,\
      langchain_core.prompts.ChatPromptTemplate.from_template}().{invoke,predict,run,ainvoke,stream,\
      __call__}
      """,
      effects: model([.allFrom(0)])),
    CallModel(
      "{langchain.prompts.PromptTemplate,langchain_core.prompts.PromptTemplate}().{format,format_prompt}",
      """
      {langchain.prompts.PromptTemplate.from_template,\
      langchain_core.prompts.PromptTemplate.from_template}().format
      """,
      effects: [.result(.madeOf([.anyArgument]))]),
    CallModel(
      """
      {langchain_experimental.utilities.PythonREPL,langchain.utilities.PythonREPL,\
      langchain_experimental.tools.PythonREPLTool,langchain.tools.PythonREPLTool}().run
      """,
      effects: [.into(.codeExecution, .position(0))]),
  ]
}
