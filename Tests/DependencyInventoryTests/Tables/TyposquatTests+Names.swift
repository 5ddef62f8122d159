extension TyposquatTests {
  /// Real packages of npm that few know.
  static let npm = """
    ts-events stale-while-revalidate-cache @cumulus/cmrjs module-gatadios @11ty/node-version-check
    pigeon-overlay react-pixi-fiber @eve-sama/ngx-signature-pad @rhds/elements @microsoft/bf-dialog
    @skel-ui/react plugin-log watchjs react-driftjs @schedule-x/svelte tea @starscream/utils
    @trycourier/client-graphql @fuma-comment/server lodash-inflection use-eye-dropper
    @ionic-native/camera @skyux/flyout @alfalab/core-components-attach leader-line crypto-rand
    @open-wc/rollup-plugin-html streaming-iterables @dfinity/rosetta-client ts-import-resolver
    simple-watcher @thisisagile/easy-mssql grapesjs-navbar rollup-plugin-extensions ctx-core jsmodbus
    @nl-design-system-candidate/code-css @turinggroup/serverless-express-custom-domain-middleware
    hevy-mcp @aws-cdk/aws-ecs-patterns tgrid @vlasky/zongji navcat @graphql-hive/gateway
    parse-my-command @styra/ucast-prisma ngx-print-element coffee-coverage same-runtime @docfy/ember
    @types/bignumber.js @argonprotocol/localchain-linux-arm64-gnu emojic
    serverless-analyze-bundle-plugin interoperable-addresses web-ext-option-types
    extract-react-intl-messages proc-stats poolifier null circomlib @embroider/config-meta-loader
    @solid-primitives/connectivity local-scope @gravity-ui/aikit errsole @tscircuit/mm
    @servicetitan/eslint-config @bacons/mdx ip-set @socketregistry/gopd @cdktn/hcl2json
    @fontsource/be-vietnam-pro react-native-aes-crypto @types/use-persisted-state-hook
    @umbraco-ui/uui-icon-registry-essential basscss-margin @fluidframework/container-runtime google
    harfbuzzjs @stdlib/random-base-negative-binomial @agoric/notifier
    @codingame/monaco-vscode-merge-conflict-default-extension @activepieces/piece-mistral-ai
    prettier-config @types/react-tabs @flex-development/errnode rollup-plugin-css-porter parallel
    @keycloakify/email-native @aws-sdk/client-connectcases material-ui-image isaacscript-common
    json-schema-yup-transformer ng-intl-tel-input @stdlib/streams-node-stdout @platejs/find-replace
    storybook-addon-paddings @types/jsreport-jsrender @putout/plugin-convert-assignment-to-declaration
    sentence-tokenizer @fruits-chain/react-native-xiaoshu @types/react-page-visibility shorthash2
    @types/podium pluralize-es automated-readability @jup-ag/goosefx-ssl-sdk @cycle/http
    react-photo-album @zk-email/zk-regex-circom retext-preset-bpmn-io @sanity-typed/groq
    @scalar/snippetz-plugin-js-fetch @fontsource-variable/eb-garamond vue-feature-flipping
    rollup-plugin-vue2 @lezer/lezer @types/file-manager @microsoft/kiota-serialization-text faker-es6
    microbundle-crl azure-arm-monitor dredd-transactions @hint/hint-detect-css-reflows
    karma-jasmine-dom-matchers @lwrjs/module-registry @alt-javascript/logger snakecase
    web-secure-encryption fastify-autoload asset-require-hook j-component fastbootstrap
    @remixproject/plugin storybook-addon-code-editor
    @commercetools-frontend-extensions/unpublish-products-modal remark-squeeze-links fold-to-ascii
    @jsverse/transloco-schematics @stolostron/multicluster-sdk @wireapp/prettier-config
    unplugin-atscript cpf_cnpj @ctx-core/string @zowe/imperative newman-reporter-junitfull
    @theoplayer/conviva-connector-web @forge/tunnel @types/i18next-sprintf-postprocessor
    @grapecity/wijmo.grid.transposedmultirow @arkade-os/sdk gapic-tools vue-router-back-button
    @auto-it/git-tag dirty node-balanced backbone-filtered-collection chartjs-plugin-hierarchical
    fetch-aws4 @aws-sdk/client-storage-gateway @ethercorps/sveltekit-og @thi.ng/dgraph
    @0xsequence/wallet angular-cd-timer @udecode/plate-ui-block-quote postal-address-field-names
    @adaline/google @orama/plugin-docusaurus-v3 @types/turf country-from-iso2 id3js prompt-expand
    bun-bagel @aztec/noir-types base-tasks rollup-plugin-vue @types/mjml-react @datastax/langflow-client
    wechaty-puppet @stdlib/ndarray-base-binary-tiling-block-size @opentelemetry/exporter-collector-grpc
    magic-error @types/bowser runtime-node-refresh @platformatic/db-authorization @salutejs/plasma-ui
    fluxible @tonaljs/pcset hyphenated strapi-provider-upload-aws-s3 @stdlib/string-trim urlcache
    @mlc-ai/web-llm @spartacus/cart p3x-xml2json @syncfusion/ej2-documenteditor loopback-connector-mssql
    react-scroll-up-button @sinch/sdk-core display-name @ngxmc/datetime-picker
    amplify-function-plugin-interface plotly.js-gl2d-dist @xo-union/tk-ui-membership-form-redux
    @rematch/immer @types/leaflet.wms @digabi/passport-saml-cache-postgres
    vite-plugin-react-router-amplify-hosting @nethermindeth/discv5 build-url-ts
    @ledgerhq/device-transport-kit-web-hid @spectrum-web-components/meter @cloudant/cloudant
    gatsby-plugin-gatsby-cloud @contentful/react-apps-toolkit @widgetbot/crate nestjs-resend
    @builder.io/sdk-vue @stream-io/video-react-native-sdk headless-qr @emailjs/react-native
    fingerprinting lottie-compress awesome-graphql-client @medusajs/admin-ui swagger-ui-koa
    @lodestar/state-transition @jsdevtools/host-environment bns bless @trendmicro/react-buttons
    @gmod/gff vue-typeahead angular-resizable devexpress-dashboard-angular pino-rotate
    socket.io-msgpack-parser @unpic/placeholder smoothscroll-anchor-polyfill evokit-picture bash
    vuestic-ui ink-ascii react-linkifier @railway-ts/pipelines winston-s3-transport
    @atproto/lex-installer @sats-connect/make-default-provider-config cordova-plugin-filepath
    pino-cloudwatch ink-scrollbar rete-task-plugin npm-audit-helper livecodes jquery.scrollintoview
    @web3icons/core deepsignal @memberjunction/react-runtime @tidal-music/auth insert-styles
    @mdx-js/typescript-plugin @streamlayer/sdk-web-logger next-google-fonts @alxshelepenok/diesel
    @primer/react videojs-languages chrome-location @types/mocha-phantomjs ast-get-values-by-key
    @types/js-money resolve-npm-version @smui/linear-progress @nocobase/license-kit-freebsd-x64 cli-step
    fairmont-filesystem gg-editor-core google-locations mongoose-merge-plugin @inertiajs/inertia-react
    multisort @fontsource/fredoka-one @signalwire/docusaurus-plugin-llms-txt @ava/get-port
    @redux-beacon/ensure try-require nuxt-yandex-metrika single-spa-html npm-audit-ci
    esbuild-plugin-glob @types/fake-useragent boo actions-on-google @capgo/capacitor-printer
    express-http-to-https better-supabase-types v-contextmenu bem.js @0x/abi-gen
    """

  /// Real packages of PyPI that few know.
  static let pypi = """
    types-aiobotocore-athena athena-intelligence geodatasets pygwalker gliner2 edx-django-release-util
    pymupdf-fonts zope-sqlalchemy pysnowflake mypy-boto3-support pyobjc-framework-iobluetoothui pygal
    types-aiobotocore-elasticache scann asserts google-python-cloud-debugger sgl-kernel pykrige dictor
    dumbyaml ixmp4 dagster-dg-core slotscheck flash-linear-attention routes anndata splink
    businesstimedelta clipboard pynamodb-attributes azure-eventhub-checkpointstoreblob amundsen-rds
    mypy-boto3-chime-sdk-messaging fingerprints apimatic-core-interfaces cchecksum python-hosts bnlearn
    typer-cli litellm-enterprise soundcard gmpy2 btsocket bermuda python-active-directory svgwrite
    kafka-connect-py openshift-client esphome matscipy openbb-congress-gov skorch litdata
    mypy-boto3-importexport stix pyatv prefect-snowflake clusterscope django-annoying
    graphene-sqlalchemy-filter domain2idna java-manifest file-magic arcticdb pyjwt-key-fetcher prefixed
    ploomber-core openinference-instrumentation-mistralai nsj-sql-utils-lib sorcery wsme lmdeploy
    opentelemetry-resource-detector-containerid openinference-instrumentation-openai-agents
    curated-transformers whylogs-sketching lightphe container-inspector pdftotext hstspreload enlighten
    keystone python-keystoneclient dash-flow hypothesis-jsonschema quantities py-moneyed sphinx-intl
    torch-xla svg-py django-templated-email openapi-generator-cli solara fastapi-decorators clease
    dawg-python keepachangelog mkl-random frappe-bench safe-pysha3 home-assistant-intents akismet
    torch-optimizer flake8-gl-codeclimate toml-sort hyper-up asyncgui skia-pathops hierarchicalforecast
    flask-cloudflared drf-jwt mypy-boto3-redshift fastdownload chameleon rcslice
    types-aiobotocore-cloudwatch doit pymeshfix torch-pitch-shift csscompressor pydantic-compat
    magic-pdf livekit-plugins-xai schemainspect apache-airflow-providers-mongo nipype diffrax spandrel
    http-sf unyt torchio foxglove-sdk kuzu nixtla mypy-boto3-kinesis-video-media munkres antimeridian
    torch-complex curated-tokenizers amqtt robocorp-log bioblend xlocal pypcode ai-edge-litert-nightly
    biip langchain-azure-dynamic-sessions inference-cli apache-airflow-providers-datadog
    apache-airflow-providers-papermill requests-auth pyats-easypy speechmatics-voice python-forge
    apache-airflow-providers-keycloak l18n cppimport django-opensearch-dsl mypy-boto3-accessanalyzer
    python-constraint tensorflow-recommenders sklearn-pandas pylint-venv inspect2 asyncio-throttle
    apkinspector ansi2html streamlit-image-coordinates image aiomcache intersystems-irispython
    scverse-misc auto-gptq slowaes pyobjc-framework-apptrackingtransparency nvidia-cuda-nvrtc-cu11
    databricks-automl-runtime piccolo-api nuclio-sdk amplpy redis-dump-load union
    robotframework-jsonvalidator flow-matching topojson pyarmor-cli-core-linux ctgan smp fetch-use
    dask-gateway openinference-instrumentation-anthropic pandavro mozdebug ibm-cos-sdk abi3audit
    types-werkzeug acryl-datahub-gx-plugin apig-wsgi python-matter-server google-cloud-webrisk
    python-msilib kanaries-track python-snap7 robotframework-assertion-engine llama-cpp-python
    multiprocessing lakeapi2sql pmtiles smoldot-light vonage-application qubx npmai onesignal-python-api
    dagster-mysql timple azureml-core alpaca-trade-api noiseprotocol lightkube hera robust-downloader
    license-header-check types-aiobotocore-lambda missingpy aioaquarea neverbounce-sdk agentmail
    polars-runtime-64 sqlframe reprint pyupgrade django-tasks hmmlearn simplekml drafthorse cnocr ragie
    dwave-ocean-sdk doc8 oslo-cache cypari2 konlpy unstructured-pytesseract flask-threads
    django-compression-middleware great-expectations-experimental inference-schema robotspy
    agent-framework-core pyrnnoise sigfig mypy-boto3-kendra-ranking git-review google-cloud-os-config
    ai2-olmo-core pylint-odoo flake8-literal flake8-import-order hurry logstash-formatter camelot-py
    pypcap sqlite-fts4 autoregistry dagster-pandas joblibspark python-mecab-ko assemblyline-v4-service
    clingo drf-excel git-me-the-url livekit-plugins-sarvam polygraphy pypiwin32 grpc-requests pyescrypt
    mdxpy ipex-llm edx-i18n-tools sshkeyboard cutensor-cu13 xarray-datatree dagster-dlt web-pdb
    edx-auth-backends django-decorator-include airflow-clickhouse-plugin brother-ql pylink-square
    pysentry-rs macaroonbakery mermaid-python pyats-async wafw00f sphinxcontrib-bibtex biocontext-kb
    kfactory webflow apns2 pyobjc-framework-applescriptkit
    """
}
