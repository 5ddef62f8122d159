/// Objects made from texts, merging, XML, XPath and LDAP in Node.
enum NodeDeserialization {
  static let calls: [CallModel] = objects + merging + xml + directories

  private static let objects: [CallModel] = [
    CallModel(
      """
      {node-serialize,serialize-to-js,cryo,funcster,serialijse,node-serialize2}.{unserialize,deserialize,\
      parse,deepDeserialize}
      """,
      effects: [.into(.deserialization, .position(0)), .parsesFirst]),
    CallModel(
      "serialize-to-js.deserialize", "php-serialize.unserialize", "v8.deserialize",
      effects: [.parsesFirst]),
    CallModel(
      "js-yaml.{load,loadAll}",
      effects: [
        .into(
          .deserialization, .position(0),
          when: [
            .type(.field(.position(1), "schema"), ["js-yaml.DEFAULT_FULL_SCHEMA", "js-yaml-js-types.all"])
          ]), .parsesFirst,
      ]),
    .parses("js-yaml.{safeLoad,safeLoadAll}", "yaml.{parse,parseDocument,parseAllDocuments}", "yamljs.parse"),
    CallModel("{serialize-javascript,devalue.uneval}", effects: [.keepsFirst]),
    .parses(
      """
      {json5,jsonc-parser,hjson,toml,@iarna/toml,ini,bson,msgpack-lite,@msgpack/msgpack,msgpack5,cbor,\
      cbor-x,avsc,superjson,devalue,secure-json-parse,fast-json-parse,flatted,csv-parse/sync,\
      papaparse}.{parse,decode,deserialize,decodeFirst,unflatten}
      """,
      "csv-parse", "csv-parse.parse",
      "{xlsx.read,xlsx.readFile,xlsx.utils.sheet_to_json,pdf-parse,mammoth.extractRawText}", "destr"),
  ]

  private static let merging: [CallModel] = [
    CallModel(
      "{lodash,lodash.merge,lodash.default}.{merge,mergeWith,defaultsDeep,setWith,set,zipObjectDeep}",
      "{lodash/merge,lodash.merge,lodash/mergeWith,lodash/defaultsDeep,lodash.defaultsdeep,lodash.mergewith}",
      effects: [
        .into(.objectMerge, .anywhereIn(.allFrom(1)), when: [.structured(.anywhereIn(.allFrom(1)))], .likely),
        .writes(from: .allFrom(1), into: .position(0)), .result(.same(.position(0))),
      ]),
    CallModel(
      """
      {lodash.set,lodash/set,object-path.set,dot-prop.set,set-value,dottie.set,lodash/setWith,\
      dot-object.set,object-path-set,mpath.set}
      """,
      effects: [.into(.objectMerge, .position(1), .likely), .result(.same(.position(0)))]),
    CallModel(
      """
      {deepmerge,deepmerge.all,merge-deep,deep-extend,extend,merge,merge.recursive,defaults-deep,\
      mixin-deep,assign-deep,node.extend,jquery.extend,deap.extend,just-extend,merge-objects,object-merge,\
      hoek.merge,@hapi/hoek.merge,defu,ts-deepmerge,webpack-merge,lutils-merge,merge-options,\
      flat.unflatten,dset,dset.dset}
      """,
      effects: [

        .result(.madeOf([.allFrom(0)]))
      ]),
    CallModel(
      "{lodash,lodash.default}.{assign,defaults,extend}", "lodash.{assign,defaults,extend}",
      effects: [.writes(from: .allFrom(1), into: .position(0)), .result(.same(.position(0)))]),
  ]

  private static let xml: [CallModel] = [
    CallModel(
      "{libxmljs,libxmljs2,libxml}.{parseXml,parseXmlString,parseXmlAsync,parseHtml}",
      effects: [
        .into(
          .xmlEntities, .position(0),
          when: [
            .any([
              .truthy(.field(.position(1), "noent")), .truthy(.field(.position(1), "replaceEntities")),
              .truthy(.field(.position(1), "dtdload")),
            ])
          ]), .parsesFirst,
      ]),
    CallModel(
      "libxmljs.SaxParser().parseString", "libxml-xsd.parse", "node-expat.Parser().write",
      "expat.Parser().write", effects: [.clean]),
    CallModel(
      "libxmljs2-xsd.parse", "xslt4node.transform", "libxslt.parse",
      effects: [.into(.xmlEntities, .position(0), .likely)]),
    CallModel(
      "xml2js.{parseString,parseStringPromise}", "xml2js.Parser().{parseString,parseStringPromise}",
      effects: [
        .parsesFirst, .callback(Callback(.last, parameters: [.origin(.error(.whole)), .callResult])),
      ]),
    .parses(
      """
      {fast-xml-parser.XMLParser(),fast-xml-parser,xml-js,xml2json,@xmldom/xmldom.DOMParser(),\
      xmldom.DOMParser(),xml-parse,sax,cheerio,htmlparser2}.{parse,xml2js,xml2json,toJson,parseFromString,\
      load,parseDocument}
      """
    ),
    CallModel(
      "{xpath,xpath.js}.{select,select1,evaluate,parse,useNamespaces()}",
      "{libxmljs,libxmljs2}.parseXml().{find,get}", "*.evaluateXPath",
      effects: [.into(.xpath, .position(0)), .result(.stored("a part of a document"))]),
    CallModel("xpath.useNamespaces()", effects: [.into(.xpath, .position(0))]),
  ]

  private static let directories: [CallModel] = [
    CallModel(
      "{ldapjs.createClient,ldapts.Client,ldapauth-fork}().search",
      effects: [
        .into(.ldapFilter, .position(0), .likely), .into(.ldapFilter, .field(.position(1), "filter")),
        .nodeCallback,
      ]),
    CallModel(
      "{ldapjs.createClient,ldapts.Client}().bind",
      effects: [.into(.ldapFilter, .position(0), .likely), .clean, .nodeCallback]),
    // Filters built from parts quote their values.
    .clean(
      """
      {ldapjs,ldapts}.{EqualityFilter,SubstringFilter,PresenceFilter,GreaterThanEqualsFilter,\
      LessThanEqualsFilter}
      """,
      "ldapjs.filters.{EqualityFilter,SubstringFilter,PresenceFilter}"),
    CallModel("ldapjs.{parseFilter,filters.parseString}", effects: [.into(.ldapFilter, .position(0))]),
    CallModel(
      "{ldap-escape.filter,ldap-escape.dn,ldapjs.escapeFilter}",
      effects: [.result(.sanitized(.allFrom(0), for: SinkKinds(.ldapFilter)))]),
    CallModel(
      "activedirectory().{find,findUser,findUsers,authenticate}",
      effects: [.into(.ldapFilter, .position(0), .likely)]),
  ]
}
