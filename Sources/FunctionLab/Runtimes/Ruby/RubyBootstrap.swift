/// The program that starts a Ruby function.
enum RubyBootstrap {
  static let text = #"""
    # Finds the handler, and passes events to it one after the other.
    require 'json'
    require 'net/http'

    $stdout.sync = true
    $stderr.sync = true

    # What a handler is told about its invocation.
    class LambdaContext
      attr_reader :aws_request_id, :invoked_function_arn, :log_group_name, :log_stream_name, :function_name,
                  :memory_limit_in_mb, :function_version, :identity, :client_context, :deadline_ms

      def initialize(headers)
        @aws_request_id = headers['Lambda-Runtime-Aws-Request-Id']
        @deadline_ms = headers['Lambda-Runtime-Deadline-Ms'].to_i
        @invoked_function_arn = headers['Lambda-Runtime-Invoked-Function-Arn']
        @client_context = parse(headers['Lambda-Runtime-Client-Context'])
        @identity = parse(headers['Lambda-Runtime-Cognito-Identity'])
        @log_group_name = ENV['AWS_LAMBDA_LOG_GROUP_NAME']
        @log_stream_name = ENV['AWS_LAMBDA_LOG_STREAM_NAME']
        @function_name = ENV['AWS_LAMBDA_FUNCTION_NAME']
        @memory_limit_in_mb = ENV['AWS_LAMBDA_FUNCTION_MEMORY_SIZE']
        @function_version = ENV['AWS_LAMBDA_FUNCTION_VERSION']
      end

      def get_remaining_time_in_millis
        [@deadline_ms - (Time.now.to_f * 1000).to_i, 0].max
      end

      private

      def parse(text)
        text && JSON.parse(text)
      end
    end

    # The Runtime API over one connection that stays open.
    class RuntimeClient
      PREFIX = '/2018-06-01/runtime/'.freeze

      def initialize(address)
        host, port = address.split(':')
        @http = Net::HTTP.new(host, port.to_i)
        @http.read_timeout = nil
        @http.keep_alive_timeout = 1000
        @http.start
      end

      def next_event
        @http.request(Net::HTTP::Get.new(PREFIX + 'invocation/next'))
      end

      def post(path, body, headers = {})
        request = Net::HTTP::Post.new(PREFIX + path, { 'Content-Type' => 'application/json' }.merge(headers))
        request.body = body
        @http.request(request)
      end

      def post_error(path, report)
        post(path, JSON.generate(report), 'Lambda-Runtime-Function-Error-Type' => report['errorType'])
      end
    end

    def describe(error, type = nil)
      # As the platform names them: its own with the prefix Runtime, others with Function.
      { 'errorMessage' => error.message, 'errorType' => type || "Function<#{error.class}>",
        'stackTrace' => (error.backtrace || []).reject { |line| line.include?('/bootstrap.rb') } }
    end

    def log(kind, report)
      warn JSON.generate({ 'kind' => kind }.merge(report))
    end

    HandlerMissing = Class.new(StandardError)

    # The method that `file.method` or `file.Module::Class.method` names.
    def load_handler(text)
      file, *parts = text.split('.')
      raise ArgumentError, "Bad handler '#{text}'" if parts.empty? || parts.length > 2
      require File.join(ENV.fetch('LAMBDA_TASK_ROOT'), file)
      target = parts.length == 2 ? Kernel.const_get(parts[0]) : self
      name = parts.last.to_sym
      raise HandlerMissing, "undefined method '#{name}'" unless target.respond_to?(name, true)
      ->(event, context) { target.send(name, event: event, context: context) }
    end

    def fail_start(client, error, type)
      report = describe(error, type)
      log('Init error', report)
      client.post_error('init/error', report)
      exit!(1)
    end

    client = RuntimeClient.new(ENV.fetch('AWS_LAMBDA_RUNTIME_API'))
    handler =
      begin
        load_handler(ENV.fetch('_HANDLER'))
      rescue HandlerMissing, NameError => e
        fail_start(client, e, 'Init<NoMethodError>')
      rescue LoadError => e
        fail_start(client, e, 'Init<LoadError>')
      rescue SyntaxError => e
        fail_start(client, e, 'Init<SyntaxError>')
      rescue Exception => e
        fail_start(client, e, "Init<#{e.class}>")
      end

    loop do
      event = client.next_event
      request = event['Lambda-Runtime-Aws-Request-Id']
      ENV['_X_AMZN_TRACE_ID'] = event['Lambda-Runtime-Trace-Id']
      begin
        result = handler.call(JSON.parse(event.body), LambdaContext.new(event))
        body = JSON.generate(result)
      rescue SystemExit
        raise
      rescue Exception => e
        report = describe(e)
        log('Invoke error', report)
        client.post_error("invocation/#{request}/error", report)
      else
        client.post("invocation/#{request}/response", body)
      end
    end

    """#
}
