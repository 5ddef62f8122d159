extension PopularPackages {
  /// Gems that most projects use.
  static let popularRubyGems = """
    rails rake bundler rack activesupport activerecord actionpack actionview activemodel actionmailer
    activejob actioncable activestorage railties nokogiri json minitest rspec rspec-core
    rspec-expectations rspec-mocks rspec-rails thor i18n tzinfo concurrent-ruby builder erubi mail
    mime-types addressable public_suffix faraday faraday-net_http httparty rest-client excon typhoeus
    ethon ffi multi_json multi_xml nio4r puma unicorn thin webrick sinatra sinatra-contrib mustermann
    rack-test rack-protection rack-attack rack-cors sidekiq resque redis redis-client redis-namespace
    connection_pool dalli devise warden bcrypt omniauth omniauth-oauth2 omniauth-google-oauth2
    doorkeeper jwt oauth oauth2 pundit cancancan rolify attr_encrypted lockbox pg mysql2 sqlite3 mongoid
    mongo sequel arel paper_trail kaminari will_paginate ransack friendly_id carrierwave shrine
    paperclip mini_magick image_processing aws-sdk aws-sdk-core aws-sdk-s3 aws-sdk-dynamodb aws-sdk-sqs
    aws-sdk-sns aws-sdk-lambda aws-sigv4 aws-partitions aws-eventstream aws-record jets serverless-rack
    lamby fog fog-aws fog-core sass sassc sass-rails sassc-rails coffee-script coffee-rails uglifier
    execjs sprockets sprockets-rails turbolinks turbo-rails stimulus-rails importmap-rails jquery-rails
    webpacker bootstrap bootstrap-sass font-awesome-rails rubocop rubocop-rails rubocop-rspec
    rubocop-ast rubocop-performance parser unparser ast racc rainbow parallel brakeman bundler-audit
    simplecov pry pry-byebug byebug debug irb reline capybara selenium-webdriver webdrivers cucumber
    factory_bot factory_bot_rails faker vcr webmock timecop database_cleaner shoulda-matchers launchy
    capistrano capistrano-rails net-ssh net-scp net-sftp net-http-persistent net-imap net-smtp net-pop
    net-protocol sshkit mechanize haml slim liquid redcarpet kramdown rouge jekyll jekyll-feed
    jekyll-seo-tag asciidoctor middleman tilt temple grape grape-entity graphql active_model_serializers
    jbuilder jsonapi-serializer oj yajl-ruby msgpack protobuf google-protobuf grpc dotenv dotenv-rails
    config figaro bootsnap spring spring-watcher-listen listen rb-fsevent rb-inotify foreman whenever
    rufus-scheduler clockwork stripe twilio-ruby sendgrid-ruby slack-ruby-client octokit sentry-ruby
    sentry-rails newrelic_rpm ddtrace rollbar bugsnag honeybadger skylight zeitwerk loofah
    rails-html-sanitizer rails-dom-testing crass websocket-driver websocket-extensions globalid marcel
    method_source mini_mime mini_portile2 date timeout hashie dry-types dry-struct dry-validation
    dry-schema virtus money money-rails monetize geocoder tzinfo-data roo axlsx caxlsx prawn wicked_pdf
    pdf-reader rubyzip csv bigdecimal
    """
}
